import type { WrittenStory } from '../player/story.ts';
import {
  administrator,
  allAchieved,
  checksPassed,
  directPaymentDiscussed,
  livesAlone,
  metByCouncil,
  needsNothing,
  noAdvocateNeeded,
  notAlone,
  plainPlan,
  usualLimits,
  weighsOnWellBeing,
} from './usual.ts';
import { worcestershireActuals, worcestershireProvider } from './worcestershire-orders.ts';
import { worcestershireScenes } from './worcestershire-scenes.ts';

// By Worcestershire's price of 7.35 a point (synthetic) 24 points are 176.40 a week. Support that started
// on 12 March 2025 is first reviewed on 23 April; the changed plan started on 19 May and is reviewed on
// 30 June, and twelve months after that on 30 June 2026.

/** One for each pay period, also where nobody has said yet what was delivered. */
const yearOfStatements = Array.from({ length: 13 }, () => 'contributions-billed');

const visits = {
  kind: 'weekly',
  supporter: { kind: 'provider', name: 'Malvern Larks Home Care', cqcLocationId: '1-7654321' },
  component: 'Home Support',
  unit: 'visit',
  unitPence: 1_200,
};

const plan = {
  ...plainPlan,
  author: { kind: 'family-or-friend', name: 'Barnabas Thistledown', relationship: 'brother' },
  needs: [
    {
      need: 'Meals, washing, getting about the house safely',
      isEligible: true,
      metBy: 'council',
      how: 'Visits by an agency, and a fund for company on the stairs',
    },
  ],
  outcomesWanted: ['To stay in my own house, fed and clean'],
  parts: [
    { id: 'managed', holding: 'council-managed' },
    {
      id: 'fund',
      holding: 'third-party',
      contribution: 'gross',
      organisation: 'Severnside Independent Living',
    },
  ],
  optionsDiscussed: directPaymentDiscussed('2025-02-14'),
};

const meals = {
  ...visits,
  id: 'meals',
  outcome: 'CA-NUTRITION',
  activity: 'A cooked meal, eaten in company',
  purchase: 'meals',
  when: 'Every noon',
  funding: { funder: 'council', partId: 'managed', costCentre: 'older-people' },
};

const washing = {
  ...visits,
  id: 'washing',
  outcome: 'CA-HYGIENE',
  activity: 'A bath',
  purchase: 'personal-care',
  when: 'Tuesdays and Fridays',
  funding: { funder: 'council', partId: 'managed', costCentre: 'older-people' },
};

const safety = {
  ...visits,
  id: 'safety',
  outcome: 'CA-HOMESAFETY',
  activity: 'Somebody there when the bedroom upstairs is tidied',
  purchase: 'support-at-home',
  when: 'Wednesdays and Sundays',
  supporter: { kind: 'provider', name: 'Severnside Independent Living' },
  component: 'Other Long Term Support',
  funding: { funder: 'council', partId: 'fund', costCentre: 'older-people' },
};

const review = {
  needs: { areStillMet: true, note: 'As the plan says.' },
  risks: { haveChanged: false, note: 'None new.' },
  directPayment: null,
  carer: null,
  questions: {
    about: 'adult',
    choiceAndControl: 'better',
    dignityAndFeelingSafe: 'better',
    emotionalWellBeing: 'the-same',
    controlOverWhatMatters: 'better',
  },
  satisfaction: 'satisfied',
  advocate: { status: 'not-needed' },
  continuingHealthcare: { isReferralNeeded: false, note: 'No nursing needs.' },
};

const allThreeAchieved = [
  { outcome: 'CA-NUTRITION', achieved: 'fully' },
  { outcome: 'CA-HYGIENE', achieved: 'fully' },
  { outcome: 'CA-HOMESAFETY', achieved: 'fully' },
];

export const worcestershire = {
  id: 'worcestershire',
  title: 'Worcestershire: from the web to the second yearly review',
  council: 'worcestershire',
  inItsTime: true,
  people: {
    administrator,
    sister: { comes: 'without-account', name: 'Euphemia Thistledown' },
    adviser: {
      comes: 'as-staff',
      name: 'Saffron Threshold',
      id: 'threshold',
      roles: ['adviser'],
      teams: ['adult-front-door'],
    },
    socialWorker: {
      comes: 'as-staff',
      name: 'Jasper Orchard',
      id: 'orchard',
      roles: ['practitioner'],
      teams: ['social-work-south'],
    },
    broker: {
      comes: 'as-staff',
      name: 'Lottie Matchmaker',
      id: 'matchmaker',
      roles: ['adviser'],
      teams: ['brokerage'],
    },
    budgetManager: {
      comes: 'as-staff',
      name: 'Hugo Counterweight',
      id: 'counterweight',
      roles: ['budget-manager'],
      teams: ['budget-managers'],
    },
    financeApprover: {
      comes: 'as-staff',
      name: 'Percival Tallystick',
      id: 'tallystick',
      roles: ['finance-approver'],
      teams: ['finance'],
    },
    financeOfficer: {
      comes: 'as-staff',
      name: 'Ivy Groat',
      id: 'groat',
      roles: ['finance-officer'],
      teams: ['finance'],
    },
  },
  steps: [
    {
      on: '2025-02-03 09:00',
      says: 'The scheme of delegation is in the service.',
      who: 'administrator',
      does: 'PUT /policies/delegated-limits',
      body: usualLimits,
    },
    {
      on: '2025-02-03 19:30',
      says: 'Euphemia Thistledown writes on the web, after "How can I help myself?" has helped no more.',
      who: 'sister',
      does: 'POST /public/contacts',
      body: {
        about: 'adult',
        by: { kind: 'self' },
        person: { givenName: 'Euphemia', familyName: 'Thistledown', postcode: 'WR5 9ZZ' },
        whatIsHappening: 'I have fallen twice, I eat from tins, and I cannot get into the bath.',
        whatMatters: 'Staying in my own house.',
        selfHelpTried: 'The lunch club, a neighbour, a bath board from the internet.',
      },
      keeps: { receipt: 'answer.reference', secret: 'answer.secret' },
      expect: { status: 201 },
    },
    {
      on: '2025-02-04 09:00',
      says: 'The Adult Front Door takes it from its queue.',
      who: 'adviser',
      finds: { receipt: '{receipt}', team: 'adult-front-door', as: 'caseId' },
      expect: {
        stage: 'contact',
        service: ['case-opened'],
        tasks: [{ team: 'adult-front-door', step: 'triage-contact', due: '2025-02-04' }],
      },
    },
    {
      says: 'It is referred to a social work team.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Falls, meals and washing.' },
        toldHowToAskForAssessment: true,
        referral: { team: 'social-work-south', reason: 'Lives in Worcester.' },
      },
      expect: {
        stage: 'assessment',
        law: 'Care Act 2014 s4, s9',
        code: 'progress-to-assessment',
        tasks: [{ team: 'social-work-south', step: 'assess-needs' }],
      },
    },
    {
      says: 'She looks with her receipt, without an account.',
      who: 'sister',
      does: 'GET /public/receipts/{receipt}',
      headers: { 'x-receipt-secret': '{secret}' },
      expect: { answer: { status: { stage: 'assessment', nextSteps: ['assess-needs'] } } },
    },
    ...worcestershireScenes,
    {
      on: '2025-02-10 09:00',
      says: 'A practitioner takes the task.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/tasks/assess-needs/claim',
    },
    {
      on: '2025-02-14 10:00',
      says: 'The assessment, in which she is listened to.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/assessment',
      body: {
        assessedOn: '2025-02-14',
        ownAccount: 'I manage, until I do not.',
        whatMatters: 'Staying in my own house.',
        needs: {
          by: 'adult-outcomes',
          outcomes: {
            ...allAchieved,
            'CA-NUTRITION': notAlone('Eats from tins; cannot stand to cook.'),
            'CA-HYGIENE': notAlone('Has not bathed since Christmas.'),
            'CA-HOMESAFETY': {
              achieved: false,
              limbs: ['endangers'],
              evidence: 'Fell twice on the stairs.',
              carerHelpsNow: false,
            },
          },
        },
        present: [
          { name: 'Euphemia Thistledown', relationship: 'self' },
          { name: 'Barnabas Thistledown', relationship: 'brother' },
        ],
        mayTalkTo: [{ name: 'Barnabas Thistledown', relationship: 'brother', about: 'all of it' }],
        assessor: { name: 'Jasper Orchard', competence: 'Qualified social worker.' },
        advocacy: noAdvocateNeeded,
        optionsDiscussed: [{ option: 'Moving', personsView: 'No.' }],
        continuingHealthcare: { result: 'not-indicated', reason: 'No nursing needs.' },
      },
      expect: { stage: 'eligibility', law: 'Care Act 2014 s9' },
    },
    {
      says: 'Eligible on three outcomes.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/eligibility',
      ifMatch: 'assessment',
      body: {
        decidedOn: '2025-02-14',
        decidedByName: 'Jasper Orchard',
        test: weighsOnWellBeing,
        whatFollows: metByCouncil,
      },
      expect: {
        stage: 'support-planning',
        law: 'Care Act 2014 s18(1)',
        code: 'progress-to-support-planning',
        state: { eligibility: { outcomes: ['CA-NUTRITION', 'CA-HYGIENE', 'CA-HOMESAFETY'] } },
      },
    },
    {
      says: '24 points are an indicative budget of 176.40 a week.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget',
      body: {
        answers: {
          ...needsNothing,
          washing: 'much-help',
          dressing: 'some-help',
          meals: 'much-help',
          moving: 'some-help',
          safety: 'some-help',
          home: 'much-help',
        },
      },
      expect: {
        records: { allocation: { allocation: { points: 24, indicativeWeeklyPence: 17_640 } } },
      },
    },
    {
      says: 'She is given it.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget/given',
      ifMatch: 'allocation',
      body: { givenOn: '2025-02-14', to: 'person', how: 'in-person', format: 'plain' },
    },
    {
      on: '2025-02-20 10:00',
      says: 'Who pays is decided: she pays 45.30 a week, the council the rest.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: {
        method: 'care-act-2014',
        assessedOn: '2025-02-20',
        appliesFrom: '2025-03-10',
        assessedByName: 'Ivy Groat',
        person: {
          ...livesAlone,
          ageGroup: '25-to-pension-age',
          premiums: { disability: true, enhancedDisability: false, carer: false },
        },
        setting: { kind: 'home' },
        care: {
          from: 'lines',
          lines: [
            { id: 'home', label: 'Meals and help at home', kind: 'care', weeklyPence: 13_200 },
          ],
        },
        assessment: { kind: 'full' },
        incomes: [
          {
            id: 'esa',
            kind: 'employment-and-support-allowance',
            pence: 13_820,
            every: 'week',
            evidence: 'Award letter',
          },
          {
            id: 'pip',
            kind: 'pip-daily-living',
            pence: 7_265,
            every: 'week',
            evidence: 'Award letter',
          },
        ],
        disabilityExpenses: [
          {
            id: 'laundry',
            label: 'Extra laundry',
            pence: 615,
            every: 'week',
            evidence: 'Receipts of three months',
            reviewOn: '2027-02-01',
          },
        ],
      },
      expect: { law: 'Care Act 2014 ss14, 17', openSteps: ['write-support-plan'] },
    },
    {
      on: '2025-02-24 10:00',
      says: 'Her brother writes the plan with her: 108.00 managed by the council, 24.00 in an Individual Service Fund.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      body: {
        ...plan,
        writtenOn: '2025-02-24',
        budgetFrom: '2025-03-10',
        lines: [
          { ...meals, unitsHundredths: 700, weeklyPence: 8_400 },
          { ...washing, unitsHundredths: 200, weeklyPence: 2_400 },
          { ...safety, unitsHundredths: 200, weeklyPence: 2_400 },
        ],
      },
      expect: {
        records: {
          plan: {
            budget: {
              weeklyPence: 13_200,
              contributionWeeklyPence: 4_530,
              parts: [
                { holding: 'council-managed', weeklyPence: 10_800 },
                { holding: 'third-party', weeklyPence: 2_400 },
              ],
            },
          },
        },
      },
    },
    {
      says: 'She agrees.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/agreement',
      ifMatch: 'plan',
      body: {
        outcome: 'agreed',
        by: { kind: 'person' },
        on: '2025-02-24',
        copiesTo: [{ kind: 'person' }, { kind: 'other', name: 'Barnabas Thistledown' }],
      },
      expect: { stage: 'sign-off' },
    },
    {
      says: 'The first key.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/authorisation',
      ifMatch: 'plan',
      body: checksPassed('Malvern Larks at 12.00 a visit', '2025-02-24'),
    },
    {
      on: '2025-02-26 10:00',
      says: 'The budget manager returns the plan: who comes on Sundays?',
      who: 'budgetManager',
      does: 'POST /cases/{caseId}/budget/authorisation',
      ifMatch: 'plan',
      body: { verdict: 'returned', comment: 'Say who is there on Sundays.' },
      expect: { stage: 'support-planning', openSteps: ['write-support-plan'] },
    },
    {
      says: 'It is written again with the answer.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      ifMatch: 'plan',
      body: {
        ...plan,
        writtenOn: '2025-02-26',
        budgetFrom: '2025-03-10',
        lines: [
          { ...meals, unitsHundredths: 700, weeklyPence: 8_400 },
          { ...washing, unitsHundredths: 200, weeklyPence: 2_400 },
          {
            ...safety,
            activity: 'Somebody of the fund, on Sundays too, when the bedroom is tidied',
            unitsHundredths: 200,
            weeklyPence: 2_400,
          },
        ],
      },
      expect: { stage: 'support-planning' },
    },
    {
      says: 'She agrees again.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/agreement',
      ifMatch: 'plan',
      body: {
        outcome: 'agreed',
        by: { kind: 'person' },
        on: '2025-02-26',
        copiesTo: [{ kind: 'person' }],
      },
      expect: { openSteps: ['authorise-plan'] },
    },
    {
      says: 'Both keys are turned anew: the first,',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/authorisation',
      ifMatch: 'plan',
      body: checksPassed('Malvern Larks at 12.00 a visit', '2025-02-26'),
      expect: { openSteps: ['authorise-budget'] },
    },
    {
      on: '2025-02-27 10:00',
      says: 'and the second.',
      who: 'budgetManager',
      does: 'POST /cases/{caseId}/budget/authorisation',
      ifMatch: 'plan',
      body: { verdict: 'authorised' },
      expect: {
        stage: 'arranging-support',
        tasks: [{ team: 'brokerage', step: 'arrange-support' }],
      },
    },
    ...worcestershireProvider,
    {
      on: '2025-03-03 10:00',
      says: 'Brokerage places two service orders, to start on 10 March.',
      who: 'broker',
      does: 'POST /cases/{caseId}/arrangements',
      body: {
        orders: [
          {
            partId: 'managed',
            lineIds: ['meals', 'washing'],
            provider: { providerId: '{larks}' },
            weeklyPence: 10_800,
            oneOffPence: 0,
            startsOn: '2025-03-10',
            interimCover: 'Meals on wheels until then',
          },
          {
            partId: 'fund',
            lineIds: ['safety'],
            provider: { name: 'Severnside Independent Living' },
            weeklyPence: 2_400,
            oneOffPence: 0,
            startsOn: '2025-03-10',
            interimCover: 'Her brother',
          },
        ],
      },
      expect: { openSteps: ['start-support'], stage: 'arranging-support' },
    },
    {
      on: '2025-03-10 18:00',
      says: 'Nobody came on the 10th: a day to come cannot be recorded as a start.',
      who: 'broker',
      does: 'POST /cases/{caseId}/start',
      body: {
        lines: [
          { lineId: 'meals', firstDay: '2025-03-12' },
          { lineId: 'washing', firstDay: '2025-03-12' },
          { lineId: 'safety', firstDay: '2025-03-12' },
        ],
      },
      expect: { problem: 'invalid-input', stage: 'arranging-support' },
    },
    {
      on: '2025-03-11 18:00',
      says: 'Nor on the 11th: those who arrange support are told that both orders are late.',
      about: '{caseId}',
      expect: {
        stage: 'arranging-support',
        tasks: [{ team: 'brokerage', step: 'chase-late-start', due: '2025-03-11' }],
      },
    },
    {
      on: '2025-03-16 18:00',
      says: 'Support actually started on the 12th, two days late. The review counts from there.',
      who: 'broker',
      does: 'POST /cases/{caseId}/start',
      body: {
        lines: [
          { lineId: 'meals', firstDay: '2025-03-12' },
          { lineId: 'washing', firstDay: '2025-03-14' },
          { lineId: 'safety', firstDay: '2025-03-16' },
        ],
      },
      expect: {
        stage: 'receiving-support',
        records: { start: { lines: [{ lateDays: 2 }, { lateDays: 4 }, { lateDays: 6 }] } },
        state: {
          live: { startedOn: '2025-03-12', weeklyPence: 13_200 },
          nextReview: { on: '2025-04-23', kind: 'light-touch' },
        },
        noTasks: [{ team: 'brokerage', step: 'chase-late-start' }],
      },
    },
    ...worcestershireActuals,
    {
      on: '2025-04-23 10:00',
      says: 'Six weeks from the start the review is due. Her first statement says that the cost is not known yet.',
      about: '{caseId}',
      expect: { stage: 'review', service: ['contributions-billed', 'review-due'] },
    },
    {
      says: 'The review changes the plan: two baths are too few. The live plan goes on meanwhile.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/review',
      body: {
        ...review,
        kind: 'light-touch',
        heldOn: '2025-04-23',
        outcomes: [
          { outcome: 'CA-NUTRITION', achieved: 'fully' },
          { outcome: 'CA-HYGIENE', achieved: 'partly', note: 'Would bathe every other day.' },
          { outcome: 'CA-HOMESAFETY', achieved: 'fully' },
        ],
        budget: { isRight: false, note: 'Two more visits a week.' },
        decision: { verdict: 'change-plan', reason: 'Two more baths a week.', budgetGoes: 'up' },
      },
      expect: {
        stage: 'receiving-support',
        openSteps: ['write-support-plan'],
        law: 'Care Act 2014 s27',
        code: 'progress-to-support-planning',
        state: { live: { weeklyPence: 13_200 } },
      },
    },
    {
      on: '2025-05-06 10:00',
      says: 'The changed plan: four baths, 156.00 a week.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      ifMatch: 'plan',
      body: {
        ...plan,
        writtenOn: '2025-05-06',
        budgetFrom: '2025-05-19',
        lines: [
          { ...meals, unitsHundredths: 700, weeklyPence: 8_400 },
          { ...washing, when: 'Every other day', unitsHundredths: 400, weeklyPence: 4_800 },
          { ...safety, unitsHundredths: 200, weeklyPence: 2_400 },
        ],
      },
      expect: {
        stage: 'receiving-support',
        records: { plan: { budget: { weeklyPence: 15_600 } } },
        state: { live: { weeklyPence: 13_200 } },
      },
    },
    {
      says: 'She agrees.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/agreement',
      ifMatch: 'plan',
      body: {
        outcome: 'agreed',
        by: { kind: 'person' },
        on: '2025-05-06',
        copiesTo: [{ kind: 'person' }],
      },
    },
    {
      says: 'The first key.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/authorisation',
      ifMatch: 'plan',
      body: checksPassed('Malvern Larks at 12.00 a visit', '2025-05-06'),
    },
    {
      on: '2025-05-07 10:00',
      says: 'The second key.',
      who: 'budgetManager',
      does: 'POST /cases/{caseId}/budget/authorisation',
      ifMatch: 'plan',
      body: { verdict: 'authorised' },
      expect: { openSteps: ['arrange-support'], state: { live: { weeklyPence: 13_200 } } },
    },
    {
      says: 'The orders are changed.',
      who: 'broker',
      does: 'POST /cases/{caseId}/arrangements',
      body: {
        orders: [
          {
            partId: 'managed',
            lineIds: ['meals', 'washing'],
            provider: { providerId: '{larks}' },
            weeklyPence: 13_200,
            oneOffPence: 0,
            startsOn: '2025-05-19',
            interimCover: 'The live plan',
          },
          {
            partId: 'fund',
            lineIds: ['safety'],
            provider: { name: 'Severnside Independent Living' },
            weeklyPence: 2_400,
            oneOffPence: 0,
            startsOn: '2025-05-19',
            interimCover: 'The live plan',
          },
        ],
      },
    },
    {
      on: '2025-05-19 18:00',
      says: 'The changed plan starts and supersedes the first one on that day.',
      who: 'broker',
      does: 'POST /cases/{caseId}/start',
      body: {
        lines: [
          { lineId: 'meals', firstDay: '2025-05-19' },
          { lineId: 'washing', firstDay: '2025-05-19' },
          { lineId: 'safety', firstDay: '2025-05-19' },
        ],
      },
      expect: {
        stage: 'receiving-support',
        openSteps: [],
        records: { start: { supersedes: { lastDay: '2025-05-18' } } },
        state: {
          live: { startedOn: '2025-05-19', weeklyPence: 15_600 },
          nextReview: { on: '2025-06-30', kind: 'light-touch' },
        },
      },
    },
    {
      on: '2025-06-30 10:00',
      says: 'Six weeks from the changed start it is looked at again, and stays.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/review',
      body: {
        ...review,
        kind: 'light-touch',
        heldOn: '2025-06-30',
        outcomes: allThreeAchieved,
        budget: { isRight: true, note: 'Right.' },
        decision: { verdict: 'no-change', reason: 'It helps as it is.' },
      },
      expect: {
        code: 'continuation-of-support',
        state: { nextReview: { on: '2026-06-30', kind: 'annual' } },
      },
    },
    {
      on: '2026-06-30 10:00',
      says: 'Twelve months later the annual review is due.',
      about: '{caseId}',
      expect: { stage: 'review', service: [...yearOfStatements, 'review-due'] },
    },
    {
      says: 'Support continues for another year.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/review',
      body: {
        ...review,
        kind: 'annual',
        heldOn: '2026-06-30',
        outcomes: allThreeAchieved,
        budget: { isRight: true, note: 'Right.' },
        decision: { verdict: 'no-change', reason: 'It helps as it is.' },
      },
      expect: {
        stage: 'receiving-support',
        law: 'Care Act 2014 s27',
        code: 'continuation-of-support',
        state: {
          live: { weeklyPence: 15_600 },
          nextReview: { on: '2027-06-30', kind: 'annual' },
        },
      },
    },
  ],
} satisfies WrittenStory;
