import type { WrittenStory } from '../../player/story.ts';
import {
  administrator,
  checksPassed,
  directPaymentDiscussed,
  needsNothing,
  noAdvocateNeeded,
  plainPlan,
  usualLimits,
} from '../usual.ts';

// Published: referred by children's services on 13 May 2008, Substantial at referral and at the first visit;
// he wants to live on his own, manage his money and see his girlfriend; his mother's admission to
// hospital, workers at night, and a plan revised to early mornings and evenings. The people, the other
// days and the amounts are made up: 35 points at 6.20 are 217.00 a week. He is 18 on 10 September 2008.

const needs = [
  {
    need: 'Getting up, shopping, cooking, bills',
    isEligible: true,
    metBy: 'council',
    how: 'A support worker',
  },
  { need: 'Company', isEligible: false, metBy: 'person', how: 'His girlfriend and the darts team' },
];

const worker = {
  kind: 'weekly',
  outcome: 'FACS-SUBSTANTIAL-ROUTINES',
  supporter: { kind: 'provider', name: 'Own Front Door Support', cqcLocationId: '1-2468013' },
  component: 'Community Supported Living',
  purchase: 'support-at-home',
  funding: { funder: 'council', partId: 'managed', costCentre: 'learning-disability' },
};

const plan = {
  ...plainPlan,
  author: { kind: 'practitioner', staffId: 'fernbank' },
  needs,
  outcomesWanted: ['My own place', 'My own money', 'Seeing Marigold when we want'],
  notCovered: [
    { outcome: 'FACS-SUBSTANTIAL-ROLES', reason: 'His college pays for the course on money.' },
  ],
  parts: [{ id: 'managed', holding: 'council-managed' }],
  optionsDiscussed: directPaymentDiscussed('2008-06-12'),
  informalSupport: [
    { who: 'Ursula Applethwaite', whatTheyDo: 'Sunday dinner', isWilling: true, isAble: true },
  ],
};

const mornings = {
  ...worker,
  id: 'mornings',
  activity: 'Early mornings: up, breakfast, bag packed',
  when: 'Every day at six',
  unit: 'hour',
  unitsHundredths: 700,
  unitPence: 1_450,
  weeklyPence: 10_150,
};

const evenings = {
  ...worker,
  id: 'evenings',
  activity: 'Evenings: supper, bills, the door locked',
  when: 'Every day at eight',
  unit: 'hour',
  unitsHundredths: 700,
  unitPence: 1_450,
  weeklyPence: 10_150,
};

export const cheshireLearning = {
  id: 'cheshire-learning',
  title: 'Cheshire, learning disability',
  council: 'cheshire-2008',
  inItsTime: true,
  people: {
    administrator,
    adviser: {
      comes: 'as-staff',
      name: 'Tansy Inkwell',
      id: 'inkwell',
      roles: ['adviser'],
      teams: ['access-team'],
    },
    socialWorker: {
      comes: 'as-staff',
      name: 'Ottoline Fernbank',
      id: 'fernbank',
      roles: ['practitioner'],
      teams: ['transition'],
    },
    dutyManager: {
      comes: 'as-staff',
      name: 'Gideon Nightshift',
      id: 'nightshift',
      roles: ['duty-manager'],
      teams: ['transition'],
    },
    budgetManager: {
      comes: 'as-staff',
      name: 'Hester Tallystick',
      id: 'tallystick',
      roles: ['budget-manager'],
      teams: ['budget-managers'],
    },
    financeOfficer: {
      comes: 'as-staff',
      name: 'Jonah Farthingale',
      id: 'farthingale',
      roles: ['finance-officer'],
      teams: ['finance'],
    },
  },
  steps: [
    {
      on: '2008-05-13 09:00',
      says: 'The scheme of delegation of the council is in the service.',
      who: 'administrator',
      does: 'PUT /policies/delegated-limits',
      body: usualLimits,
    },
    {
      on: '2008-05-13 10:00',
      says: "Children's services refer Corin Applethwaite, who is 17 and has a learning disability.",
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'referral',
        by: {
          kind: 'professional',
          name: 'Blanche Satchel',
          profession: 'childrens-services',
          organisation: "Children's services",
          personKnows: true,
          personAgrees: true,
        },
        person: { givenName: 'Corin', familyName: 'Applethwaite', dateOfBirth: '1990-09-10' },
        whatIsHappening: 'Leaves school this summer and means to leave home.',
        whatMatters: 'To live on my own, manage my money, and see my girlfriend.',
        whoElseHelps: 'His mother, his girlfriend, his teacher.',
      },
      keeps: { caseId: 'answer.caseId' },
      expect: { stage: 'contact', tasks: [{ team: 'access-team', step: 'triage-contact' }] },
    },
    {
      says: 'At referral his needs look Substantial.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/screening',
      body: {
        at: 'referral',
        on: '2008-05-13',
        indicators: [
          { code: 'FACS-SUBSTANTIAL-ROUTINES', evidence: 'Most routines only with prompting.' },
        ],
      },
      expect: { records: { screening: { at: 'referral', band: 'substantial' } } },
    },
    {
      says: 'He is passed to the transition team.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Likely to have needs from 18.' },
        toldHowToAskForAssessment: true,
        referral: { supportReason: 'learning-disability' },
      },
      expect: {
        stage: 'assessment',
        law: 'NHS and Community Care Act 1990 s47(1)',
        code: 'progress-to-assessment',
        tasks: [{ team: 'transition', step: 'assess-needs', due: '2008-06-10' }],
      },
    },
    {
      on: '2008-05-27 15:30',
      says: 'At the first visit they are Substantial too.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/screening',
      body: {
        at: 'first-visit',
        on: '2008-05-27',
        indicators: [
          { code: 'FACS-SUBSTANTIAL-ROUTINES', evidence: 'Cooks and washes only when told.' },
          { code: 'FACS-SUBSTANTIAL-ROLES', evidence: 'Has never handled more than five pounds.' },
        ],
      },
      expect: { records: { screening: { at: 'first-visit', band: 'substantial' } } },
    },
    {
      on: '2008-06-09 16:00',
      says: 'He names who is involved, and says who may be told what.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/assessment',
      body: {
        assessedOn: '2008-06-09',
        ownAccount: 'I can do it if somebody says it once.',
        whatMatters: 'To live on my own, manage my money, and see my girlfriend.',
        needs: {
          by: 'facs-domains',
          needs: [
            {
              domain: 'daily-routines',
              need: 'Prompting in the morning and in the evening',
              outcomeWanted: 'A flat of his own',
              carerHelpsNow: true,
            },
            {
              domain: 'autonomy-and-choice',
              need: 'Learning to manage money',
              outcomeWanted: 'To pay his own bills',
              carerHelpsNow: true,
            },
          ],
        },
        present: [
          { name: 'Corin Applethwaite', relationship: 'self' },
          { name: 'Ursula Applethwaite', relationship: 'mother' },
        ],
        mayTalkTo: [
          { name: 'Ursula Applethwaite', relationship: 'mother', about: 'everything but Marigold' },
          { name: 'Marigold Pennyfold', relationship: 'girlfriend', about: 'the flat' },
          { name: 'Quentin Chalk', relationship: 'teacher', about: 'college' },
        ],
        assessor: {
          name: 'Ottoline Fernbank',
          competence: 'Qualified social worker, trained in transition.',
        },
        advocacy: noAdvocateNeeded,
        optionsDiscussed: [{ option: 'Supported living', personsView: 'If I have the key.' }],
        continuingHealthcare: { result: 'not-indicated', reason: 'No health needs.' },
        transition: { turns18On: '2008-09-10', significantBenefit: 'A tenancy takes months.' },
      },
      expect: { stage: 'eligibility', law: 'NHS and Community Care Act 1990 s47(1)(a)' },
    },
    {
      says: 'A note on his capacity, for one decision: how to spend what he has in a week.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/capacity',
      body: {
        decision: 'money',
        about: 'How to spend his money from week to week',
        assessedOn: '2008-06-09',
        assessedBy: { id: 'fernbank', name: 'Ottoline Fernbank' },
        conclusion: 'has-capacity',
        reason: 'With a list and a purse for each day he weighs one thing against another.',
      },
      expect: {
        law: 'Mental Capacity Act 2005',
        state: { capacity: { money: { hasCapacity: true } } },
      },
    },
    {
      on: '2008-06-12 11:00',
      says: 'Substantial, at the threshold of Substantial: he is eligible.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/eligibility',
      ifMatch: 'assessment',
      body: {
        decidedOn: '2008-06-12',
        decidedByName: 'Ottoline Fernbank',
        test: {
          scheme: 'facs',
          indicators: [
            { code: 'FACS-SUBSTANTIAL-ROUTINES', evidence: 'Most routines only with prompting.' },
            { code: 'FACS-SUBSTANTIAL-ROLES', evidence: 'Has never handled money.' },
          ],
        },
        whatFollows: {
          edge: 'eligible-met-by-council',
          ordinaryResidence: { status: 'here', reason: 'Born in Crewe.' },
          waysToMeetNeeds: 'Supported living, or a worker who comes to his flat.',
          isWantedByPerson: true,
        },
      },
      expect: {
        stage: 'support-planning',
        law: 'NHS and Community Care Act 1990 s47(1)(b)',
        code: 'progress-to-support-planning',
        records: { determination: { determination: { band: 'substantial', eligible: true } } },
      },
    },
    {
      says: 'The same questions as for everybody: 35 points at 6.20 are 217.00 a week.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget',
      body: {
        answers: {
          ...needsNothing,
          washing: 'some-help',
          meals: 'much-help',
          home: 'much-help',
          medicines: 'some-help',
          deciding: 'much-help',
          people: 'some-help',
          work: 'much-help',
          safety: 'much-help',
          wellbeing: 'sometimes',
        },
      },
      expect: {
        records: { allocation: { allocation: { points: 35, indicativeWeeklyPence: 21_700 } } },
      },
    },
    {
      says: 'He is given it in Easy Read.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget/given',
      ifMatch: 'allocation',
      body: { givenOn: '2008-06-12', to: 'person', how: 'in-person', format: 'easy-read' },
    },
    {
      on: '2008-06-19 10:00',
      says: 'Nothing to pay: a dated decision by hand under Fairer Charging.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: {
        status: 'assessed',
        assessedOn: '2008-06-19',
        appliesFrom: '2008-09-10',
        method: 'manual-fairer-charging',
        decidedOn: '2008-06-19',
        decidedBy: { id: 'farthingale', name: 'Jonah Farthingale' },
        weeklyContributionPence: 0,
      },
      expect: { law: 'Fairer Charging', openSteps: ['write-support-plan'] },
    },
    {
      on: '2008-07-01 10:00',
      says: 'No budget before his 18th birthday.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      body: {
        ...plan,
        writtenOn: '2008-07-01',
        budgetFrom: '2008-09-09',
        lines: [mornings, evenings],
      },
      expect: { problem: 'before-eighteenth-birthday' },
    },
    {
      says: 'The first plan: a worker who sleeps in each night, 217.00 a week from his birthday on.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      body: {
        ...plan,
        writtenOn: '2008-07-01',
        budgetFrom: '2008-09-10',
        lines: [
          {
            ...worker,
            id: 'nights',
            activity: 'A worker who sleeps in',
            when: 'Every night',
            unit: 'night',
            unitsHundredths: 700,
            unitPence: 3_100,
            weeklyPence: 21_700,
          },
        ],
      },
      expect: {
        stage: 'support-planning',
        records: { plan: { budget: { weeklyPence: 21_700 } } },
        state: { plan: { notBefore: '2008-09-10' } },
      },
    },
    {
      on: '2008-07-10 18:00',
      says: 'His mother is suddenly admitted to hospital. Workers at night are tried at home from this evening, under one key.',
      who: 'dutyManager',
      does: 'POST /cases/{caseId}/urgent-support',
      body: {
        whyUrgent: 'His mother is in hospital and he is alone at night.',
        support: 'A worker sleeps in from tonight',
        purchase: 'support-at-home',
        weeklyPence: 35_000,
      },
      expect: {
        law: 'NHS and Community Care Act 1990 s47(5)',
        state: {
          urgentSupport: {
            state: 'awaiting-second-key',
            secondKeyDue: '2008-07-14',
            expiresOn: '2008-08-06',
          },
        },
      },
    },
    {
      on: '2008-07-11 10:00',
      says: 'The second key is turned the next day.',
      who: 'budgetManager',
      does: 'POST /cases/{caseId}/urgent-support/confirmation',
      ifMatch: 'urgent-support',
      body: { reason: 'Nobody else is at home.' },
      expect: { state: { urgentSupport: { state: 'confirmed', secondKeyBy: 'tallystick' } } },
    },
    {
      on: '2008-07-25 10:00',
      says: 'He copes, and sleeps through. The plan is revised to early mornings and evenings: 203.00 a week.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      ifMatch: 'plan',
      body: {
        ...plan,
        writtenOn: '2008-07-25',
        budgetFrom: '2008-09-10',
        lines: [mornings, evenings],
      },
      expect: {
        stage: 'support-planning',
        records: { plan: { budget: { weeklyPence: 20_300, contributionWeeklyPence: 0 } } },
      },
    },
    {
      says: 'He agrees with it.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/agreement',
      ifMatch: 'plan',
      body: {
        outcome: 'agreed',
        by: { kind: 'person' },
        on: '2008-07-25',
        copiesTo: [{ kind: 'person' }, { kind: 'carer', name: 'Ursula Applethwaite' }],
      },
      expect: { stage: 'sign-off', openSteps: ['authorise-plan'] },
    },
    {
      says: 'The first key.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/authorisation',
      ifMatch: 'plan',
      body: checksPassed('Own Front Door Support at 14.50 an hour', '2008-07-24'),
      expect: { openSteps: ['authorise-budget'] },
    },
    {
      on: '2008-07-28 10:00',
      says: 'The second key.',
      who: 'budgetManager',
      does: 'POST /cases/{caseId}/budget/authorisation',
      ifMatch: 'plan',
      body: { verdict: 'authorised' },
      expect: {
        stage: 'arranging-support',
        records: { 'budget-key': { weeklyPence: 20_300 } },
      },
    },
    {
      on: '2008-08-07 10:00',
      says: 'His mother is home. The urgent support has run its time.',
      about: '{caseId}',
      expect: {
        service: ['urgent-support-expired'],
        state: { urgentSupport: { state: 'expired', secondKeyBy: 'tallystick' } },
      },
    },
    {
      says: 'No order may start before his birthday.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/arrangements',
      body: {
        orders: [
          {
            partId: 'managed',
            lineIds: ['mornings', 'evenings'],
            provider: { name: 'Own Front Door Support', cqcLocationId: '1-2468013' },
            weeklyPence: 20_300,
            oneOffPence: 0,
            startsOn: '2008-09-01',
            interimCover: 'His mother',
          },
        ],
      },
      expect: { problem: 'before-eighteenth-birthday' },
    },
    {
      says: 'The order starts on his birthday.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/arrangements',
      body: {
        orders: [
          {
            partId: 'managed',
            lineIds: ['mornings', 'evenings'],
            provider: { name: 'Own Front Door Support', cqcLocationId: '1-2468013' },
            weeklyPence: 20_300,
            oneOffPence: 0,
            startsOn: '2008-09-10',
            interimCover: "His mother, and children's services until his birthday",
          },
        ],
      },
      expect: { openSteps: ['start-support'] },
    },
    {
      on: '2008-09-10 20:30',
      says: 'He is 18, has his own key, and support starts.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/start',
      body: {
        lines: [
          { lineId: 'mornings', firstDay: '2008-09-10' },
          { lineId: 'evenings', firstDay: '2008-09-10' },
        ],
      },
      expect: {
        stage: 'receiving-support',
        state: {
          live: { startedOn: '2008-09-10', weeklyPence: 20_300 },
          nextReview: { on: '2008-10-22', kind: 'light-touch' },
        },
      },
    },
  ],
} satisfies WrittenStory;
