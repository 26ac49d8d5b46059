/** Requests that the service accepts, of a person who does not exist. */

export const aPerson = {
  givenName: 'Marigold',
  familyName: 'Quillfeather',
  dateOfBirth: '1944-03-09',
  nhsNumber: '943 476 5919',
  address: ['7 Thimble Row', 'Ambleford'],
  postcode: 'ZZ1 1ZZ',
  phone: '01632 960 123',
  email: 'marigold@quillfeather.example',
};

export const aContact = {
  about: 'adult',
  by: { kind: 'self', personAgrees: true },
  person: aPerson,
  whatIsHappening: 'Since the fall on the cellar steps nobody can lift the bathtub kettle.',
  whatMatters: 'Pigeons on the windowsill.',
};

export const toAssessment = {
  verdict: 'assess',
  appearanceOfNeed: { isPresent: true, reason: 'Cannot wash or dress since the cellar steps.' },
  toldHowToAskForAssessment: true,
  referral: { team: 'social-work-north', reason: 'Lives in the north.' },
};
