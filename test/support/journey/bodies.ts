import { aContact, toAssessment } from '../requests.ts';

// What is sent on the way from first contact to support that has started: of a person who does not
// exist, on one day.

/** The day on which all of it happens, unless whoever walks says another. */
export const today = '2026-11-02';

export const firstContact = aContact;
export const triage = toAssessment;

export const limits = {
  from: '2026-04-01',
  limits: [
    {
      id: 'budget-managers',
      key: 'budget-manager',
      holder: { kind: 'role', role: 'budget-manager' },
      weeklyPenceMax: 100_000,
      oneOffPenceMax: 250_000,
    },
    {
      id: 'top',
      key: 'budget-manager',
      holder: { kind: 'role', role: 'head-of-service' },
      weeklyPenceMax: null,
      oneOffPenceMax: null,
    },
  ],
};

const achieved = { achieved: true, limbs: [], evidence: '', carerHelpsNow: false };
const notAlone = {
  achieved: false,
  limbs: ['not-without-assistance'],
  evidence: 'Nobody but the neighbour lifts her over the cellar steps.',
  carerHelpsNow: false,
};

export const assessment = {
  assessedOn: today,
  ownAccount: 'I count the pigeons because I cannot get to the garden.',
  whatMatters: 'Pigeons on the windowsill.',
  needs: {
    by: 'adult-outcomes',
    outcomes: {
      'CA-NUTRITION': achieved,
      'CA-HYGIENE': notAlone,
      'CA-TOILET': achieved,
      'CA-CLOTHING': notAlone,
      'CA-HOMESAFETY': achieved,
      'CA-HABITABLEHOME': achieved,
      'CA-RELATIONSHIPS': achieved,
      'CA-WTEV': achieved,
      'CA-COMMUNITY': achieved,
      'CA-CARINGOTHERS': achieved,
    },
  },
  present: [{ name: 'Marigold Quillfeather', relationship: 'self' }],
  mayTalkTo: [],
  assessor: { name: 'Olive Inkpen', competence: 'Qualified social worker.' },
  advocacy: {
    substantialDifficultyIn: [],
    possibleRepresentative: null,
    reason: 'Takes part in everything.',
    advocateFrom: null,
  },
  optionsDiscussed: [{ option: 'Direct payment', personsView: 'Would choose her own helpers.' }],
  continuingHealthcare: { result: 'not-indicated', reason: 'No nursing needs.' },
};

export const eligibility = {
  decidedOn: today,
  decidedByName: 'Olive Inkpen',
  test: {
    scheme: 'care-act-2014',
    arisesFromImpairment: { holds: true, evidence: 'Arthritis since the cellar steps.' },
    fluctuation: { isFluctuating: false, periodConsidered: '' },
    wellBeing: {
      significant: true,
      areas: ['personal-dignity'],
      reason: 'Goes unwashed for days.',
    },
  },
  whatFollows: {
    edge: 'eligible-met-by-council',
    ordinaryResidence: { status: 'here', reason: 'Lives here and means to stay.' },
    waysToMeetNeeds: 'Helpers of her own by direct payment.',
    isWantedByPerson: true,
  },
};

export const indicativeBudget = {
  answers: {
    washing: 'much-help',
    dressing: 'much-help',
    toilet: 'much-help',
    meals: 'much-help',
    moving: 'much-help',
    nights: 'never',
    safety: 'some-help',
    home: 'much-help',
    medicines: 'some-help',
    deciding: 'alone',
    communicating: 'alone',
    people: 'much-help',
    work: 'alone',
    caring: 'alone',
    wellbeing: 'sometimes',
    carer: 'no-carer-or-well',
  },
};

export const budgetGiven = {
  givenOn: today,
  to: 'person',
  how: 'in-person',
  format: 'large-print',
};

/** Means of which 31.20 a week is left over to pay from. */
export const finances = {
  method: 'care-act-2014',
  assessedOn: today,
  appliesFrom: today,
  assessedByName: 'Jonah Farthingale',
  person: {
    ageGroup: 'pension-age',
    household: { kind: 'single' },
    premiums: { disability: false, enhancedDisability: false, carer: false },
  },
  setting: { kind: 'home' },
  care: {
    from: 'lines',
    lines: [{ id: 'help', label: 'Help at home', kind: 'care', weeklyPence: 50_000 }],
  },
  assessment: { kind: 'full' },
  incomes: [
    {
      id: 'pension',
      kind: 'state-pension',
      pence: 27_265,
      every: 'week',
      evidence: 'Letter of the Department for Work and Pensions',
    },
  ],
};

const line = {
  kind: 'weekly',
  supporter: { kind: 'person', name: 'Helpers of her own', relationship: 'not-related' },
  component: 'Direct Payment',
  purchase: 'personal-care',
  unit: 'hour',
  unitPence: 1_000,
  unitsHundredths: 500,
  weeklyPence: 5_000,
  funding: { funder: 'council', partId: 'direct', costCentre: 'older-people' },
};

export const plan = {
  writtenOn: today,
  author: { kind: 'person' },
  needs: [{ need: 'Washing, dressing', isEligible: true, metBy: 'council', how: 'Two helpers' }],
  outcomesWanted: ['To be at the windowsill by nine'],
  lines: [
    { ...line, id: 'washing', outcome: 'CA-HYGIENE', activity: 'Bath', when: 'Mornings' },
    { ...line, id: 'dressing', outcome: 'CA-CLOTHING', activity: 'Dressing', when: 'Mornings' },
  ],
  notCovered: [],
  parts: [
    { id: 'direct', holding: 'direct-payment', contribution: 'net', payee: { kind: 'self' } },
  ],
  budgetFrom: today,
  optionsDiscussed: [
    {
      option: 'direct-payment',
      discussedOn: today,
      discussedWith: ['person'],
      familyPermission: 'not-needed',
    },
  ],
  contingency: {
    whoCovers: 'The helpers cover one another',
    phone: '01632 960 124',
    councilStepsInWhen: 'Nobody has come within two hours',
    testedOn: today,
  },
  risks: [{ risk: 'Nobody comes', howManaged: 'The number stands by the telephone.' }],
  emergency: { whatToDo: 'Call the out-of-hours line', phone: '01632 960 101' },
  informalSupport: [],
  preventionAdvice: 'Exercise class at the library.',
};

export const agreed = {
  outcome: 'agreed',
  by: { kind: 'person' },
  on: today,
  copiesTo: [{ kind: 'person' }],
};

export const firstKey = {
  verdict: 'authorised',
  checks: {
    meetsNeeds: { passed: true, reason: 'Each eligible need has a line.' },
    managesRisk: { passed: true, reason: 'Each risk has an answer.' },
    withinBudget: { passed: true, reason: 'Within the indicative budget.' },
    howItCanBeBought: { way: 'Helpers at 10.00 an hour', pricedOn: today },
  },
};

export const directPayment = {
  partId: 'direct',
  conditions: {
    route: 'with-capacity',
    askedFor: { holds: true, reason: 'She asked for it.' },
    notProhibited: { holds: true, reason: 'No order of a court.' },
    ableToManage: { holds: true, reason: 'With a payroll service.' },
    appropriate: { holds: true, reason: 'It is what she wants.' },
  },
};

export const signature = { signedOn: today, signedBy: 'self', copyGivenOn: today };
export const bank = {
  accountName: 'M Quillfeather',
  sortCode: '089999',
  accountNumber: '66374958',
};
export const bankCheck = { isConfirmed: true, how: 'Called her on a number known before.' };

export const started = {
  lines: [
    { lineId: 'washing', firstDay: today },
    { lineId: 'dressing', firstDay: today },
  ],
};

/** What must never be found outside the table: details of the person, their words, their account. */
export const personal: readonly string[] = [
  'Marigold',
  'Quillfeather',
  '1944-03-09',
  '943 476 5919',
  '9434765919',
  'Thimble Row',
  'Ambleford',
  'ZZ1 1ZZ',
  '01632 960 123',
  'marigold@',
  'cellar steps',
  'kettle',
  'igeons',
  '66374958',
  '089999',
];
