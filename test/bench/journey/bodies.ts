import { AdultOutcome } from '#shared/domain/eligibility/adult-outcomes.ts';

/** The one day on which the fixture's journeys are played. */
export const today = '2026-07-06';

/** Thin bodies say what must be said; a full assessment has twelve kilobytes of it. */
export type Thickness = 'thin' | 'full';

const assessmentBytes = 12_000;

export const contact = {
  about: 'adult',
  by: { kind: 'self' },
  person: {
    givenName: 'Ada',
    familyName: 'Example',
    dateOfBirth: '1948-02-03',
    address: ['1 Sample Street', 'Exampleton'],
    postcode: 'ZZ1 1ZZ',
  },
  whatIsHappening: 'I cannot get in and out of the bath any more.',
};

export const triage = {
  verdict: 'assess',
  appearanceOfNeed: { isPresent: true, reason: 'She cannot wash safely.' },
  toldHowToAskForAssessment: true,
  referral: { team: 'social-work-north', reason: 'An appearance of need.' },
};

const missing: readonly string[] = ['CA-HYGIENE', 'CA-CLOTHING', 'CA-HOMESAFETY'];

export function assessment(thickness: Thickness) {
  const thin = {
    assessedOn: today,
    ownAccount: 'I want to stay in my own home.',
    whatMatters: 'Seeing my sister on Sundays.',
    needs: {
      by: 'adult-outcomes',
      outcomes: Object.fromEntries(
        AdultOutcome.options.map((code) => [
          code,
          {
            achieved: !missing.includes(code),
            limbs: missing.includes(code) ? ['not-without-assistance'] : [],
            evidence: missing.includes(code) ? 'Seen at the visit.' : '',
            carerHelpsNow: false,
          },
        ]),
      ),
    },
    present: [{ name: 'Bea Example', relationship: 'sister' }],
    mayTalkTo: [],
    assessor: { name: 'Pat Practitioner', competence: 'Ten years with older people.' },
    advocacy: {
      substantialDifficultyIn: [],
      possibleRepresentative: null,
      reason: 'She follows and weighs everything.',
      advocateFrom: null,
    },
    optionsDiscussed: [{ option: 'Direct payment', personsView: 'She would rather not.' }],
    continuingHealthcare: { result: 'not-indicated', reason: 'No primary health need.' },
  };
  if (thickness === 'thin') return thin;
  const left = assessmentBytes - JSON.stringify(thin).length;
  const words = 'She told us at length how each day goes. '.repeat(300);
  const third = Math.floor(left / 3);
  const option = { option: 'Extra care housing', personsView: words.slice(0, third - 60) };
  return {
    ...thin,
    ownAccount: thin.ownAccount + words.slice(0, third),
    whatMatters: thin.whatMatters + words.slice(0, third),
    optionsDiscussed: [...thin.optionsDiscussed, option],
  };
}

export const eligibility = {
  decidedOn: today,
  decidedByName: 'Pat Practitioner',
  test: {
    scheme: 'care-act-2014',
    arisesFromImpairment: { holds: true, evidence: 'Arthritis in both hips.' },
    fluctuation: { isFluctuating: false, periodConsidered: '' },
    wellBeing: {
      significant: true,
      areas: ['personal-dignity'],
      reason: 'She has stopped leaving the house.',
    },
  },
  whatFollows: {
    edge: 'eligible-met-by-council',
    ordinaryResidence: { status: 'here', reason: '' },
    waysToMeetNeeds: 'Help in the morning and evening.',
    isWantedByPerson: true,
  },
};

/** An answer to each question of the questionnaire in force: the last, which is the most help. */
export function indication(
  questions: readonly { id: string; answers: readonly { id: string }[] }[],
) {
  const answers = questions.map(({ id, answers: of }) => [id, of.at(-1)?.id ?? '']);
  return { answers: Object.fromEntries(answers) };
}

export const indicationGiven = {
  givenOn: today,
  to: 'person',
  how: 'in-person',
  format: 'plain',
};

/** Means of which 25.00 a week is left over to pay from. */
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
      pence: 26_645,
      every: 'week',
      evidence: 'Letter of the Department for Work and Pensions',
    },
  ],
};

type Holding = 'council-managed' | 'direct-payment';

export function plan(holding: Holding) {
  const isPaid = holding === 'direct-payment';
  return {
    writtenOn: today,
    author: { kind: 'practitioner', staffId: 'planner-1' },
    needs: [
      { need: 'Help to wash', isEligible: true, metBy: 'council', how: 'Help every morning.' },
    ],
    outcomesWanted: ['To be up and dressed by nine.'],
    lines: [
      {
        id: 'mornings',
        kind: 'weekly',
        outcome: 'CA-HYGIENE',
        activity: 'Help to wash and dress',
        supporter: { kind: 'provider', name: 'Sample Home Care', cqcLocationId: '1-123456789' },
        component: isPaid ? 'Direct Payment' : 'Home Support',
        purchase: 'personal-care',
        when: 'Every morning',
        unit: 'hour',
        unitsHundredths: 700,
        unitPence: 2_000,
        weeklyPence: 14_000,
        funding: { funder: 'council', partId: 'care', costCentre: 'older-people' },
      },
    ],
    notCovered: ['CA-CLOTHING', 'CA-HOMESAFETY'].map((outcome) => ({
      outcome,
      reason: 'The help in the morning meets it too.',
    })),
    parts: [
      isPaid
        ? { id: 'care', holding, contribution: 'net', payee: { kind: 'self' } }
        : { id: 'care', holding },
    ],
    optionsDiscussed: [
      {
        option: 'direct-payment',
        discussedOn: today,
        discussedWith: ['person'],
        familyPermission: 'not-needed',
      },
    ],
    ...(isPaid && {
      contingency: {
        whoCovers: 'The agency that trained the assistant',
        phone: '01632 960 300',
        councilStepsInWhen: 'Nobody can come within two hours',
        testedOn: today,
      },
    }),
    risks: [{ risk: 'A fall in the bathroom', howManaged: 'A rail and an alarm' }],
    emergency: { whatToDo: 'Call the alarm centre', phone: '01632 960 301' },
    informalSupport: [],
    preventionAdvice: 'A falls class meets on Tuesdays.',
    budgetFrom: today,
  };
}

export const agreement = {
  outcome: 'agreed',
  by: { kind: 'person' },
  on: today,
  copiesTo: [{ kind: 'person' }],
};

const passed = { passed: true, reason: 'Checked with the person.' };
export const planKey = {
  verdict: 'authorised',
  checks: {
    meetsNeeds: passed,
    managesRisk: passed,
    withinBudget: passed,
    howItCanBeBought: { way: 'Sample Home Care at 20.00 an hour', pricedOn: today },
  },
};

export const budgetKey = { verdict: 'authorised' };

export const arrangements = {
  orders: [
    {
      partId: 'care',
      lineIds: ['mornings'],
      provider: { name: 'Sample Home Care', cqcLocationId: '1-123456789' },
      weeklyPence: 14_000,
      oneOffPence: 0,
      startsOn: today,
      interimCover: 'Her sister comes until then.',
    },
  ],
};

export const start = { lines: [{ lineId: 'mornings', firstDay: today }] };

export const limits = {
  from: '2026-04-01',
  limits: [
    {
      id: 'budget-managers',
      key: 'budget-manager',
      holder: { kind: 'role', role: 'budget-manager' },
      weeklyPenceMax: 100_000,
      oneOffPenceMax: 500_000,
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

export const capacity = {
  conclusion: 'has-capacity',
  decision: 'support-plan',
  about: 'Whether she plans her support herself.',
  assessedOn: today,
  assessedBy: { id: 'practitioner-1', name: 'Pat Practitioner' },
  reason: 'She weighs the options aloud.',
};
