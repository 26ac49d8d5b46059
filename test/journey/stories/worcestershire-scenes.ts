import type { WrittenStory } from '../player/story.ts';

// Four short scenes at the Adult Front Door on one morning: to each of its other teams.

export const worcestershireScenes = [
  {
    on: '2025-02-04 09:30',
    says: 'A bank clerk calls about Septimus Gingerly: a nephew empties his account.',
    who: 'adviser',
    does: 'POST /contacts',
    body: {
      about: 'adult',
      channel: 'phone',
      by: {
        kind: 'professional',
        profession: 'other',
        organisation: 'A bank',
        personKnows: false,
        personAgrees: false,
        whyWithoutPerson: 'The nephew never leaves his side.',
      },
      person: { givenName: 'Septimus', familyName: 'Gingerly' },
      whatIsHappening: 'Comes with a nephew every week and withdraws all that he may.',
    },
    keeps: { septimus: 'answer.caseId' },
    expect: { stage: 'contact' },
  },
  {
    says: 'To Safeguarding: a concern is raised, whatever else it leads to.',
    who: 'adviser',
    does: 'POST /cases/{septimus}/triage',
    body: {
      verdict: 'safeguarding',
      appearanceOfNeed: { isPresent: false, reason: 'Nothing is known of care needs yet.' },
      toldHowToAskForAssessment: true,
      concern: {
        riskTypes: ['financial-or-material'],
        location: 'in-the-community',
        source: 'other-known',
        whatIsFeared: 'His nephew takes his money.',
      },
    },
    expect: { stage: 'closed', code: 'nfa-other-service-of-authority' },
  },
  {
    on: '2025-02-04 10:00',
    says: 'The hospital refers Philomena Buttonhole, who goes home on Thursday.',
    who: 'adviser',
    does: 'POST /contacts',
    body: {
      about: 'adult',
      channel: 'referral',
      by: {
        kind: 'professional',
        profession: 'hospital',
        organisation: 'A hospital',
        personKnows: true,
        personAgrees: true,
      },
      person: { givenName: 'Philomena', familyName: 'Buttonhole' },
      whatIsHappening: 'A new hip; managed everything before.',
    },
    keeps: { philomena: 'answer.caseId' },
    expect: { stage: 'contact' },
  },
  {
    says: 'To Hospital and Reablement: here it comes before eligibility.',
    who: 'adviser',
    does: 'POST /cases/{philomena}/triage',
    body: {
      verdict: 'reablement',
      appearanceOfNeed: { isPresent: true, reason: 'Cannot wash or climb stairs yet.' },
      toldHowToAskForAssessment: true,
      referral: { isInHospital: true },
      whyReablement: 'She managed everything before and can again.',
    },
    expect: {
      stage: 'reablement',
      code: 'progress-to-reablement',
      tasks: [{ team: 'hospital-and-reablement', step: 'reablement' }],
    },
  },
  {
    on: '2025-02-04 10:30',
    says: 'A school refers Crispin Featherstonehaugh-Nobody, who is 17.',
    who: 'adviser',
    does: 'POST /contacts',
    body: {
      about: 'adult',
      channel: 'referral',
      by: {
        kind: 'professional',
        profession: 'other',
        organisation: 'A school',
        personKnows: true,
        personAgrees: true,
      },
      person: {
        givenName: 'Crispin',
        familyName: 'Featherstonehaugh-Nobody',
        dateOfBirth: '2007-06-15',
      },
      whatIsHappening: 'Leaves school in summer; needs help with travel and money.',
    },
    keeps: { crispin: 'answer.caseId' },
    expect: { stage: 'contact' },
  },
  {
    says: 'To Young Adults.',
    who: 'adviser',
    does: 'POST /cases/{crispin}/triage',
    body: {
      verdict: 'assess',
      appearanceOfNeed: { isPresent: true, reason: 'Likely to have needs from 18.' },
      toldHowToAskForAssessment: true,
      // His age says which team, by the council's rules.
      referral: {},
    },
    expect: {
      stage: 'assessment',
      code: 'progress-to-assessment',
      tasks: [{ team: 'young-adults', step: 'assess-needs' }],
    },
  },
  {
    on: '2025-02-04 11:00',
    says: 'Leopold Umbrage calls at the council house: he has not left his room for weeks.',
    who: 'adviser',
    does: 'POST /contacts',
    body: {
      about: 'adult',
      channel: 'face-to-face',
      by: { kind: 'self' },
      person: { givenName: 'Leopold', familyName: 'Umbrage' },
      whatIsHappening: 'Hears voices, eats at night, lets nobody in.',
    },
    keeps: { leopold: 'answer.caseId' },
    expect: { stage: 'contact' },
  },
  {
    says: 'To Mental Health.',
    who: 'adviser',
    does: 'POST /cases/{leopold}/triage',
    body: {
      verdict: 'assess',
      appearanceOfNeed: { isPresent: true, reason: 'Neglects food and himself.' },
      toldHowToAskForAssessment: true,
      referral: { supportReason: 'mental-health' },
    },
    expect: {
      stage: 'assessment',
      code: 'progress-to-assessment',
      tasks: [{ team: 'mental-health', step: 'assess-needs' }],
    },
  },
] satisfies WrittenStory['steps'];
