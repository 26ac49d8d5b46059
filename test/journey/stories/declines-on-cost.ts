import type { WrittenStory } from '../player/story.ts';
import {
  allAchieved,
  livesAlone,
  metByCouncil,
  needsNothing,
  noAdvocateNeeded,
  notAlone,
  weighsOnWellBeing,
} from './usual.ts';

// The example council's table of 6 April 2026 gives 290.00 for 30 points and 620.00 for 60, and the
// straight line between: 40 points are 290.00 + 10/30 of 330.00 = 400.00 a week.

export const declinesOnCost = {
  id: 'declines-on-cost',
  title: 'Declines on cost, and comes back',
  council: 'example',
  inItsTime: false,
  people: {
    adviser: {
      comes: 'as-staff',
      name: 'Fern Kettlewell',
      id: 'kettlewell',
      roles: ['adviser'],
      teams: ['adult-front-door'],
    },
    socialWorker: {
      comes: 'as-staff',
      name: 'Silas Quarrydale',
      id: 'quarrydale',
      roles: ['practitioner'],
      teams: ['social-work-south'],
    },
    financeOfficer: {
      comes: 'as-staff',
      name: 'Agnes Halfcrown',
      id: 'halfcrown',
      roles: ['finance-officer'],
      teams: ['finance'],
    },
  },
  steps: [
    {
      on: '2026-06-01 10:00',
      says: 'Dorothea Plumduff calls: her hands will not do any more what they did.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        by: { kind: 'self' },
        person: { givenName: 'Dorothea', familyName: 'Plumduff', dateOfBirth: '1944-01-19' },
        whatIsHappening: 'Arthritis: washing and cooking take half the day or do not happen.',
        selfHelpTried: 'A perching stool, and a neighbour who shops.',
      },
      keeps: { caseId: 'answer.caseId', receipt: 'answer.reference', secret: 'answer.secret' },
      expect: { stage: 'contact' },
    },
    {
      says: 'Needs appear, and they are assessed.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Two outcomes look out of reach.' },
        toldHowToAskForAssessment: true,
        referral: { team: 'social-work-south', reason: 'Lives in the south.' },
      },
      expect: { stage: 'assessment', law: 'Care Act 2014 s4, s9', code: 'progress-to-assessment' },
    },
    {
      says: 'The assessment finds three outcomes that she cannot achieve alone.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/assessment',
      body: {
        assessedOn: '2026-06-01',
        ownAccount: 'I am slow, I am sore, and I will not be a burden to anybody.',
        whatMatters: 'My own kitchen, and not going out unwashed.',
        needs: {
          by: 'adult-outcomes',
          outcomes: {
            ...allAchieved,
            'CA-NUTRITION': notAlone('Cannot lift a pan or open a tin.'),
            'CA-HYGIENE': notAlone('Washes at the basin once a week, with help.'),
            'CA-HABITABLEHOME': notAlone('Dishes and laundry stand for days.'),
          },
        },
        present: [{ name: 'Dorothea Plumduff', relationship: 'self' }],
        mayTalkTo: [],
        assessor: { name: 'Silas Quarrydale', competence: 'Qualified social worker.' },
        advocacy: noAdvocateNeeded,
        optionsDiscussed: [{ option: 'Help at home', personsView: 'If it is not dear.' }],
        continuingHealthcare: { result: 'not-indicated', reason: 'No nursing needs.' },
      },
      expect: { stage: 'eligibility', law: 'Care Act 2014 s9' },
    },
    {
      says: 'She is eligible: three outcomes, from an impairment, and it weighs on her well-being.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/eligibility',
      ifMatch: 'assessment',
      body: {
        decidedOn: '2026-06-01',
        decidedByName: 'Silas Quarrydale',
        test: weighsOnWellBeing,
        whatFollows: metByCouncil,
      },
      expect: {
        stage: 'support-planning',
        law: 'Care Act 2014 s18(1)',
        code: 'progress-to-support-planning',
        state: {
          eligibility: { outcomes: ['CA-NUTRITION', 'CA-HYGIENE', 'CA-HABITABLEHOME'] },
        },
      },
    },
    {
      says: 'The questionnaire gives 40 points: an indicative budget of 400.00 a week.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget',
      body: {
        answers: {
          ...needsNothing,
          washing: 'much-help',
          dressing: 'much-help',
          meals: 'full-help',
          moving: 'some-help',
          safety: 'much-help',
          home: 'much-help',
          medicines: 'some-help',
          people: 'much-help',
        },
      },
      expect: {
        records: { allocation: { allocation: { points: 40, indicativeWeeklyPence: 40_000 } } },
      },
    },
    {
      says: 'She is given the indicative budget.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget/given',
      ifMatch: 'allocation',
      body: { givenOn: '2026-06-01', to: 'person', how: 'in-person', format: 'plain' },
      expect: { state: { allocation: { weeklyPence: 40_000, givenOn: '2026-06-01' } } },
    },
    {
      says: 'The estimate of what she would pay: 118.50 a week, provisional until her papers are there.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: {
        method: 'care-act-2014',
        assessedOn: '2026-06-01',
        appliesFrom: '2026-06-01',
        assessedByName: 'Agnes Halfcrown',
        person: { ...livesAlone, ageGroup: 'pension-age' },
        setting: { kind: 'home' },
        care: {
          from: 'lines',
          lines: [{ id: 'home', label: 'Help at home', kind: 'care', weeklyPence: 40_000 }],
        },
        assessment: {
          kind: 'incomplete',
          weeklyPence: 11_850,
          missing: 'The statement of her savings account.',
          helpOffered: 'A visit, and help to write to the bank.',
          reviewOn: '2026-07-01',
          toldInWriting: true,
        },
      },
      expect: {
        law: 'Care Act 2014 s17',
        records: { finances: { charge: { weeklyPence: 11_850 }, status: 'provisional' } },
      },
    },
    {
      says: 'She says that this is too much money. Where abuse is suspected, her no would not be taken.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/withdrawal',
      body: {
        reason: 'Will not pay it.',
        hasCapacity: true,
        isAbuseSuspected: true,
        isItTheCost: true,
        howToComeBack: 'Call the front door.',
      },
      expect: { problem: 'capacity-check-needed' },
    },
    {
      says: 'Her capacity to decline is looked at, and she has it.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/capacity',
      body: {
        decision: 'declining',
        about: 'Going without the support that the council would give',
        assessedOn: '2026-06-01',
        assessedBy: { id: 'quarrydale', name: 'Silas Quarrydale' },
        conclusion: 'has-capacity',
        reason: 'She weighs her money against her mornings and says so.',
      },
      expect: {
        law: 'Mental Capacity Act 2005',
        state: { capacity: { declining: { hasCapacity: true } } },
      },
    },
    {
      says: 'No risk is found, and it is the cost. She withdraws, and is told how to come back.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/withdrawal',
      body: {
        reason: 'She would rather struggle than spend her savings.',
        hasCapacity: true,
        capacityReason: 'As recorded today.',
        isAbuseSuspected: false,
        isItTheCost: true,
        howToComeBack:
          'Call the front door at any time and quote your reference: what we know stays.',
      },
      expect: {
        stage: 'closed',
        openSteps: [],
        law: 'Care Act 2014 s11',
        code: 'nfa-support-declined',
        noTasks: [
          { team: 'social-work-south', step: 'write-support-plan' },
          { team: 'finance', step: 'assess-finances' },
        ],
      },
    },
    {
      on: '2026-07-13 11:00',
      says: 'Six weeks later she has burnt her arm, and calls. Nothing is asked twice.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/reopening',
      body: {
        askedBy: 'person',
        reason: 'Burnt her arm at the stove, and wants the help now.',
        appearanceOfNeed: { isPresent: true, reason: 'The same needs, and a burn.' },
        stillStands: {
          assessment: true,
          eligibility: true,
          indicativeBudget: true,
          reason: 'Six weeks old, and nothing got better.',
        },
      },
      expect: {
        stage: 'support-planning',
        openSteps: ['write-support-plan'],
        law: 'Care Act 2014 s11(3)-(4)',
        code: 'progress-to-support-planning',
        state: {
          eligibility: { outcomes: ['CA-NUTRITION', 'CA-HYGIENE', 'CA-HABITABLEHOME'] },
          allocation: { weeklyPence: 40_000, givenOn: '2026-06-01' },
          finances: { status: 'provisional', weeklyContributionPence: 11_850 },
        },
        tasks: [{ team: 'social-work-south', step: 'write-support-plan' }],
      },
    },
    {
      says: 'Her receipt shows how far it has come, and nothing else.',
      who: 'adviser',
      does: 'GET /public/receipts/{receipt}',
      headers: { 'x-receipt-secret': '{secret}' },
      expect: {
        answer: { status: { stage: 'support-planning', nextSteps: ['write-support-plan'] } },
      },
    },
  ],
} satisfies WrittenStory;
