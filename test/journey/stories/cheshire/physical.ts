import type { WrittenStory } from '../../player/story.ts';
import { administrator, checksPassed, usualLimits } from '../usual.ts';
import { assessedTogether } from './assessment.ts';
import { paidForAYear } from './payments.ts';
import { lines, planOf } from './plan.ts';

// Published figures: FACS Substantial at referral on 23 May 2008 and Critical at the first visit; the
// wife's contact on 10 June; a score of 100 and 620.00 a week on 20 June; agreed and signed off on 3
// July as a direct payment, paid by four weeks, 2,480.00 a period before any contribution. The people,
// the day of the first visit, of the return home and the contribution are made up.

const edwin = { givenName: 'Edwin', familyName: 'Lanternby', dateOfBirth: '1956-02-11' };

export const cheshirePhysical = {
  id: 'cheshire-physical',
  title: 'Cheshire, physical disability',
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
      name: 'Rowan Pebblewick',
      id: 'pebblewick',
      roles: ['practitioner'],
      teams: ['west-chester'],
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
    financeApprover: {
      comes: 'as-staff',
      name: 'Petra Sixpence',
      id: 'sixpence',
      roles: ['finance-approver'],
      teams: ['finance'],
    },
    edwin: { comes: 'as-resident', name: 'Edwin Lanternby', personId: '{edwin}' },
    wife: { comes: 'without-account', name: 'Mabel Lanternby, his wife' },
  },
  steps: [
    {
      on: '2008-05-23 09:30',
      says: 'The scheme of delegation of the council is in the service.',
      who: 'administrator',
      does: 'PUT /policies/delegated-limits',
      body: usualLimits,
    },
    {
      on: '2008-05-23 10:00',
      says: 'A hospital social worker in the county that he left refers Edwin Lanternby, who has multiple sclerosis.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'referral',
        by: {
          kind: 'professional',
          name: 'Basil Thimble',
          profession: 'hospital',
          organisation: 'Neighbouring County Hospital',
          personKnows: true,
          personAgrees: true,
        },
        person: { ...edwin, postcode: 'CH1 9ZZ', phone: '01632 960 777' },
        whatIsHappening:
          'He moved here from another county. He uses a wheelchair, has a catheter and cannot bear weight. The care package broke down and he is in emergency respite for the second time.',
        whatMatters: 'To go home and live with his wife.',
        whoElseHelps: 'His wife, who is ill herself, has cared for him for years.',
      },
      keeps: { caseId: 'answer.caseId', edwin: 'case.state.personId' },
      expect: {
        status: 201,
        stage: 'contact',
        openSteps: ['triage-contact'],
        tasks: [{ team: 'access-team', step: 'triage-contact', due: '2008-05-27' }],
      },
    },
    {
      says: 'At referral his needs look Substantial.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/screening',
      body: {
        at: 'referral',
        on: '2008-05-23',
        indicators: [
          {
            code: 'FACS-SUBSTANTIAL-ROUTINES',
            evidence: 'Help with most personal care, as the hospital tells it.',
          },
        ],
      },
      expect: {
        law: 'Fair access to care services, LAC(2002)13',
        records: { screening: { at: 'referral', band: 'substantial', isAtThreshold: true } },
      },
    },
    {
      says: 'The Access Team passes him to the patch team of his street, with an appearance of need.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Unable to do most personal care.' },
        toldHowToAskForAssessment: true,
        referral: { supportReason: 'physical-personal-care' },
      },
      expect: {
        stage: 'assessment',
        law: 'NHS and Community Care Act 1990 s47(1)',
        code: 'progress-to-assessment',
        tasks: [{ team: 'west-chester', step: 'assess-needs', due: '2008-06-20' }],
        noTasks: [{ team: 'access-team', step: 'triage-contact' }],
      },
    },
    {
      on: '2008-06-04 11:00',
      says: 'At the first visit, in the respite home, the needs are Critical.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/screening',
      body: {
        at: 'first-visit',
        on: '2008-06-04',
        indicators: [
          { code: 'FACS-CRITICAL-ROUTINES', evidence: 'Cannot transfer, wash or eat unaided.' },
          { code: 'FACS-SUBSTANTIAL-SUPPORT', evidence: 'Has lost every friend by the move.' },
        ],
      },
      expect: {
        records: { screening: { at: 'first-visit', band: 'critical', isAtThreshold: true } },
      },
    },
    {
      on: '2008-06-10 14:00',
      says: 'His wife telephones: she is at the end of her strength and asks when he can come home.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        by: {
          kind: 'carer',
          name: 'Mabel Lanternby',
          relationship: 'wife',
          personKnows: true,
          personAgrees: true,
        },
        personId: '{edwin}',
        person: edwin,
        whatIsHappening: 'She visits every day and cannot lift him any more. She is ill herself.',
      },
      keeps: { wifesContact: 'answer.caseId' },
      expect: { status: 201, stage: 'contact' },
    },
    {
      says: 'The contact is about somebody whose case is open: it becomes a note for his social worker.',
      who: 'adviser',
      does: 'POST /cases/{wifesContact}/triage',
      body: {
        verdict: 'open-case',
        openCaseId: '{caseId}',
        appearanceOfNeed: { isPresent: true, reason: 'His needs are being assessed already.' },
        toldHowToAskForAssessment: true,
      },
      expect: { stage: 'closed', code: 'continuation-of-support' },
    },
    {
      says: 'It stands in the queue of the patch team, beside the assessment that goes on.',
      who: 'socialWorker',
      does: 'GET /cases/{caseId}',
      expect: {
        stage: 'assessment',
        openSteps: ['assess-needs'],
        // Nobody has been given the case for a fortnight: the team is asked how he is meanwhile.
        service: ['risk-re-check-asked', 'contact-noted'],
        state: { contactsNoted: ['{wifesContact}'] },
        tasks: [
          { team: 'west-chester', step: 'answer-contact', due: '2008-06-11' },
          { team: 'west-chester', step: 'check-risk' },
          { team: 'west-chester', step: 'assess-needs', due: '2008-06-20' },
        ],
      },
    },
    {
      on: '2008-06-11 09:30',
      says: 'The social worker calls her back: husband and wife will be assessed together.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/contacts-noted/{wifesContact}/answer',
      body: { whatWasDone: 'Called her back: both are assessed together on 20 June.' },
      expect: {
        stage: 'assessment',
        state: { contactsNoted: [] },
        noTasks: [{ team: 'west-chester', step: 'answer-contact' }],
      },
    },
    ...assessedTogether,
    {
      says: 'His needs are Critical, above the threshold of Substantial: he is eligible.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/eligibility',
      ifMatch: 'assessment',
      body: {
        decidedOn: '2008-06-20',
        decidedByName: 'Rowan Pebblewick',
        test: {
          scheme: 'facs',
          indicators: [
            { code: 'FACS-CRITICAL-ROUTINES', evidence: 'Vital personal care cannot be done.' },
            { code: 'FACS-SUBSTANTIAL-SUPPORT', evidence: 'Most social support was lost.' },
          ],
        },
        whatFollows: {
          edge: 'eligible-met-by-council',
          ordinaryResidence: {
            status: 'here',
            reason: 'Their home in Chester is rented for good.',
          },
          waysToMeetNeeds:
            'Assistants at home by direct payment, or an agency, or residential care.',
          isWantedByPerson: true,
        },
      },
      expect: {
        stage: 'support-planning',
        openSteps: ['assess-finances', 'write-support-plan'],
        law: 'NHS and Community Care Act 1990 s47(1)(b)',
        code: 'progress-to-support-planning',
        records: { determination: { determination: { band: 'critical', eligible: true } } },
        state: {
          eligibility: {
            scheme: 'facs',
            outcomes: ['FACS-CRITICAL-ROUTINES', 'FACS-SUBSTANTIAL-SUPPORT'],
          },
        },
        tasks: [{ team: 'finance', step: 'assess-finances' }],
      },
    },
    {
      says: 'The answers of the form give 100 points, with nothing off for a wife who is willing and unable: 620.00 a week.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget',
      body: {},
      expect: {
        records: {
          allocation: {
            allocation: {
              points: 100,
              adjustmentHundredths: 0,
              tableVersion: 'cheshire-2008-04-01',
              grossWeeklyPence: 62_000,
              indicativeWeeklyPence: 62_000,
            },
          },
        },
        state: { allocation: { weeklyPence: 62_000, givenOn: null } },
      },
    },
    {
      says: 'They are given the indicative budget, in person and in large print.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget/given',
      ifMatch: 'allocation',
      body: { givenOn: '2008-06-20', to: 'person', how: 'in-person', format: 'large-print' },
      expect: { state: { allocation: { weeklyPence: 62_000, givenOn: '2008-06-20' } } },
    },
    {
      says: 'His contribution is decided by hand under Fairer Charging, dated and signed: 42.00 a week.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: {
        status: 'assessed',
        assessedOn: '2008-06-20',
        appliesFrom: '2008-06-20',
        method: 'manual-fairer-charging',
        decidedOn: '2008-06-20',
        decidedBy: { id: 'farthingale', name: 'Jonah Farthingale' },
        weeklyContributionPence: 4_200,
      },
      expect: {
        law: 'Fairer Charging',
        openSteps: ['write-support-plan'],
        records: {
          finances: {
            label: 'Manual decision under Fairer Charging',
            weeklyContributionPence: 4_200,
            decidedOn: '2008-06-20',
          },
        },
      },
    },
    {
      says: 'His wife is offered an assessment of her own, and accepts.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/carer-assessment-offer',
      body: {
        carerName: 'Mabel Lanternby',
        relationship: 'wife',
        how: 'in-person',
        answer: 'accepted',
      },
      expect: { law: 'Carers (Equal Opportunities) Act 2004 s1', stage: 'support-planning' },
    },
    {
      on: '2008-06-23 09:15',
      says: "The carer's own contact is recorded: her case goes on apart from his.",
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'carer',
        channel: 'face-to-face',
        by: { kind: 'self' },
        person: { givenName: 'Mabel', familyName: 'Lanternby' },
        whatIsHappening: 'Years of caring, ill herself, and wants to go on as a wife.',
      },
      keeps: { carersCase: 'answer.caseId' },
      expect: { status: 201, stage: 'contact', state: { kind: 'carer' } },
    },
    {
      says: 'She is passed to the same patch team.',
      who: 'adviser',
      does: 'POST /cases/{carersCase}/triage',
      body: {
        verdict: 'assess',
        appearanceOfNeed: { isPresent: true, reason: 'Her own health is going.' },
        toldHowToAskForAssessment: true,
        referral: { team: 'west-chester', reason: 'Her husband is known there.' },
      },
      expect: { stage: 'assessment', code: 'progress-to-assessment' },
    },
    {
      on: '2008-07-03 10:00',
      says: 'The plan is written with them both: assistants of his own, and a floor that wheels can turn on.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      body: planOf('2008-07-03', '2008-07-28', lines),
      expect: {
        stage: 'support-planning',
        records: {
          plan: {
            totals: { budget: { weeklyPence: 62_000, fourWeeklyPence: 248_000 } },
            budget: {
              weeklyPence: 62_000,
              oneOffPence: 95_000,
              contributionWeeklyPence: 4_200,
              isContributionProvisional: false,
            },
          },
        },
      },
    },
    {
      says: 'Edwin Lanternby agrees with the plan. He and his wife get a copy.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/agreement',
      ifMatch: 'plan',
      body: {
        outcome: 'agreed',
        by: { kind: 'person' },
        on: '2008-07-03',
        copiesTo: [{ kind: 'person' }, { kind: 'carer', name: 'Mabel Lanternby' }],
      },
      expect: { stage: 'sign-off', openSteps: ['authorise-plan'] },
    },
    {
      says: 'The first key: the social worker finds that the plan meets needs, manages risk and is within budget.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/authorisation',
      ifMatch: 'plan',
      body: checksPassed('Two assistants found by advertisement at 11.00 an hour', '2008-07-02'),
      expect: { openSteps: ['authorise-budget'], state: { planKeyBy: 'pebblewick' } },
    },
    {
      says: 'The second key: the budget manager authorises 620.00 a week and 950.00 once.',
      who: 'budgetManager',
      does: 'POST /cases/{caseId}/budget/authorisation',
      ifMatch: 'plan',
      body: { verdict: 'authorised' },
      expect: {
        stage: 'arranging-support',
        openSteps: ['arrange-support'],
        records: { 'budget-key': { weeklyPence: 62_000, oneOffPence: 95_000 } },
        state: { planKeyBy: 'pebblewick', budgetKeyBy: 'tallystick' },
      },
    },
    {
      says: 'He asks for a direct payment. All conditions hold, so there is a duty to pay.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/direct-payments',
      body: {
        partId: 'direct',
        conditions: {
          route: 'with-capacity',
          askedFor: { holds: true, reason: 'He asked on 20 June.' },
          notProhibited: { holds: true, reason: 'No order of a court.' },
          ableToManage: { holds: true, reason: 'With payroll by the independent living centre.' },
          appropriate: { holds: true, reason: 'It meets the needs in the way that he wants.' },
        },
      },
      keeps: { agreementId: 'case.state.agreements.0' },
      expect: { law: 'Health and Social Care Act 2001 s57' },
    },
    {
      on: '2008-07-07 10:00',
      says: 'Everything is arranged. He stays in respite until the floor is laid.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/arrangements',
      body: { orders: [] },
      expect: { stage: 'arranging-support', openSteps: ['start-support'] },
    },
    {
      says: 'The account is recorded.',
      who: 'financeOfficer',
      does: 'POST /agreements/{agreementId}/bank-details',
      body: { accountName: 'E Lanternby', sortCode: '107999', accountNumber: '88837491' },
      expect: { answer: { accountLastDigits: '491', isBankChecked: false } },
    },
    {
      says: 'A second person checks it.',
      who: 'financeApprover',
      does: 'POST /agreements/{agreementId}/bank-details/check',
      body: { isConfirmed: true, how: 'Called him back on the number from the referral.' },
      expect: { answer: { isBankChecked: true } },
    },
    {
      says: 'He signs the agreement.',
      who: 'socialWorker',
      does: 'POST /agreements/{agreementId}/signature',
      body: { signedOn: '2008-07-07', signedBy: 'self', copyGivenOn: '2008-07-07' },
      expect: { answer: { status: 'signed' } },
    },
    {
      says: 'Nothing is paid before he is home: support has not started.',
      who: 'financeOfficer',
      does: 'POST /agreements/{agreementId}/activation',
      expect: { problem: 'support-not-started' },
    },
    {
      on: '2008-07-28 16:00',
      says: 'He comes home to the new floor. Support starts on this day, and not before.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/start',
      body: {
        lines: [
          { lineId: 'days', firstDay: '2008-07-28' },
          { lineId: 'nights', firstDay: '2008-07-28' },
          { lineId: 'insurance', firstDay: '2008-07-28' },
          { lineId: 'holidays', firstDay: '2008-07-28' },
          { lineId: 'payroll', firstDay: '2008-07-28' },
          { lineId: 'outings', firstDay: '2008-07-28' },
          { lineId: 'flooring', firstDay: '2008-07-25' },
        ],
      },
      expect: {
        stage: 'receiving-support',
        state: {
          live: { startedOn: '2008-07-28', weeklyPence: 62_000 },
          nextReview: { on: '2008-09-08', kind: 'light-touch' },
        },
      },
    },
    {
      says: 'The direct payment is made active: 620.00 a week less 42.00.',
      who: 'financeOfficer',
      does: 'POST /agreements/{agreementId}/activation',
      expect: {
        answer: { status: 'active', weeklyPence: 62_000, weeklyContributionPence: 4_200 },
      },
    },
    {
      says: 'Nothing is paid yet: the run of this period was prepared before he came home.',
      who: 'financeOfficer',
      does: 'GET /agreements/{agreementId}/payments',
      expect: { answer: { payments: [], nextPayOn: '2008-08-22', paidThrough: '2008-07-27' } },
    },
    {
      on: '2008-08-18 10:00',
      says: 'The pay calendar has drafted the next run: money on Friday 22 August, before the bank holiday.',
      who: 'financeApprover',
      does: 'GET /payment-runs?limit=1',
      keeps: { firstRun: 'answer.runs.0.runId' },
      expect: {
        answer: {
          runs: [{ status: 'awaiting-approval', periodStart: '2008-08-25', payOn: '2008-08-22' }],
        },
      },
    },
    {
      says: 'The run adds up: two periods of 2,480.00 less four times 42.00, and the floor.',
      who: 'financeApprover',
      does: 'GET /payment-runs/{firstRun}',
      keeps: { firstRunVersion: 'answer.event' },
      expect: {
        answer: { isComplete: true, totals: { due: { count: 3, pence: 557_400 } } },
      },
    },
    {
      says: 'Somebody who did not make the agreement active approves it.',
      who: 'financeApprover',
      does: 'POST /payment-runs/{firstRun}/approval',
      headers: { 'if-match': '"{firstRunVersion}"' },
      body: { verdict: 'approved' },
      expect: { answer: { status: 'approved', approvedBy: 'sixpence' } },
    },
    {
      says: 'It is sent: 2,480.00 less 168.00 for each of two periods, and 950.00 for the floor, once.',
      who: 'financeOfficer',
      does: 'GET /agreements/{agreementId}/payments',
      expect: {
        answer: {
          nextPayOn: '2008-09-22',
          paidThrough: '2008-09-21',
          payments: [
            { state: 'sent', amountPence: 95_000, days: null, weekly: null },
            {
              name: '2008-08-25',
              state: 'sent',
              amountPence: 231_200,
              days: { from: '2008-08-25', to: '2008-09-21' },
              weekly: { pence: 62_000, contributionPence: 4_200 },
            },
            {
              name: '2008-07-28',
              state: 'sent',
              amountPence: 231_200,
              days: { from: '2008-07-28', to: '2008-08-24' },
              weekly: { pence: 62_000, contributionPence: 4_200 },
            },
          ],
        },
      },
    },
    {
      on: '2008-09-08 10:00',
      says: 'Six weeks from the start the review is due by itself.',
      about: '{caseId}',
      expect: {
        stage: 'review',
        service: ['review-due'],
        tasks: [{ team: 'west-chester', step: 'carry-out-review', due: '2008-10-06' }],
      },
    },
    {
      on: '2008-09-15 10:00',
      says: 'Four weeks on, the next run is drafted.',
      who: 'financeApprover',
      does: 'GET /payment-runs?limit=1',
      keeps: { secondRun: 'answer.runs.0.runId' },
      expect: {
        answer: {
          runs: [{ status: 'awaiting-approval', periodStart: '2008-09-22', payOn: '2008-09-22' }],
        },
      },
    },
    {
      says: 'The run adds up: one period, in advance, and no day twice.',
      who: 'financeApprover',
      does: 'GET /payment-runs/{secondRun}',
      keeps: { secondRunVersion: 'answer.event' },
      expect: {
        answer: { isComplete: true, totals: { due: { count: 1, pence: 231_200 } } },
      },
    },
    {
      says: 'Somebody who did not make the agreement active approves it.',
      who: 'financeApprover',
      does: 'POST /payment-runs/{secondRun}/approval',
      headers: { 'if-match': '"{secondRunVersion}"' },
      body: { verdict: 'approved' },
      expect: { answer: { status: 'approved', approvedBy: 'sixpence' } },
    },
    {
      says: 'Four-weekly from now on.',
      who: 'financeOfficer',
      does: 'GET /agreements/{agreementId}/payments',
      expect: {
        answer: {
          nextPayOn: '2008-10-20',
          paidThrough: '2008-10-19',
          payments: [
            { amountPence: 95_000 },
            { name: '2008-09-22', state: 'sent', amountPence: 231_200 },
            { name: '2008-08-25', amountPence: 231_200 },
            { name: '2008-07-28', amountPence: 231_200 },
          ],
        },
      },
    },
    ...paidForAYear,
  ],
} satisfies WrittenStory;
