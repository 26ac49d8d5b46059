import type { WrittenStory } from '../player/story.ts';
import {
  administrator,
  checksPassed,
  contingencyTested,
  directPaymentDiscussed,
  mayBePaid,
  needsNothing,
  noAdvocateNeeded,
  plainPlan,
  usualLimits,
} from './usual.ts';

// Reablement from Tuesday 8 June 2010 is free until 19 July, six weeks that include the first day. By the
// stepped table of 1 April 2010 (synthetic) 40 points, once a daughter's lasting help is taken off, are
// 270.00 a week; ten hours of an assistant at 11.20 and ten of home care at 14.50 are 257.00.

const facsNeeds = {
  by: 'facs-domains',
  needs: [
    {
      domain: 'daily-routines',
      need: 'Washing, dressing, meals and stairs',
      outcomeWanted: 'To manage at home',
      carerHelpsNow: false,
    },
  ],
};

const assessment = {
  needs: facsNeeds,
  mayTalkTo: [],
  assessor: { name: 'Oswin Larkspur', competence: 'Qualified social worker.' },
  advocacy: noAdvocateNeeded,
  optionsDiscussed: [{ option: 'Reablement', personsView: 'Would try it.' }],
  continuingHealthcare: { result: 'not-indicated', reason: 'No nursing needs.' },
};

const substantial = {
  scheme: 'facs',
  indicators: [
    {
      code: 'FACS-SUBSTANTIAL-ROUTINES',
      evidence: 'The majority of personal care cannot be done alone.',
    },
  ],
};

const passedOn = {
  verdict: 'assess',
  appearanceOfNeed: { isPresent: true, reason: 'Cannot do most personal care.' },
  toldHowToAskForAssessment: true,
  referral: { team: 'social-work-north', reason: 'Lives near the bridge.' },
};

export const southwark = {
  id: 'southwark',
  title: 'Southwark: independent after reablement, and a budget with both keys',
  council: 'southwark-2010',
  inItsTime: true,
  people: {
    administrator,
    adviser: {
      comes: 'as-staff',
      name: 'Hazel Switchboard',
      id: 'switchboard',
      roles: ['adviser'],
      teams: ['customer-service-centre'],
    },
    socialWorker: {
      comes: 'as-staff',
      name: 'Oswin Larkspur',
      id: 'larkspur',
      roles: ['practitioner'],
      teams: ['social-work-north'],
    },
    teamManager: {
      comes: 'as-staff',
      name: 'Cordelia Bridgehouse',
      id: 'bridgehouse',
      roles: ['team-manager'],
      teams: ['social-work-north'],
    },
    budgetManager: {
      comes: 'as-staff',
      name: 'Rufus Pennyworth',
      id: 'pennyworth',
      roles: ['budget-manager'],
      teams: ['budget-managers'],
    },
    financeOfficer: {
      comes: 'as-staff',
      name: 'Thea Florin',
      id: 'florin',
      roles: ['finance-officer'],
      teams: ['finance'],
    },
    financeApprover: {
      comes: 'as-staff',
      name: 'Amos Guinea',
      id: 'guinea',
      roles: ['finance-approver'],
      teams: ['finance'],
    },
  },
  steps: [
    {
      on: '2010-06-01 09:00',
      says: 'The scheme of delegation is in the service.',
      who: 'administrator',
      does: 'PUT /policies/delegated-limits',
      body: usualLimits,
    },
    {
      on: '2010-06-01 11:00',
      says: 'Winifred Candlewax, 81, calls the customer service centre: she fell, and does not trust her legs.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'phone',
        by: { kind: 'self' },
        person: { givenName: 'Winifred', familyName: 'Candlewax', dateOfBirth: '1929-03-14' },
        whatIsHappening: 'Fell on the stairs. Since then washes and dresses only with help.',
        whatMatters: 'Getting to the shop by myself again.',
      },
      keeps: { winifred: 'answer.caseId' },
      expect: { stage: 'contact' },
    },
    {
      says: 'Here reablement comes after eligibility: triage does not send her there.',
      who: 'adviser',
      does: 'POST /cases/{winifred}/triage',
      body: { ...passedOn, verdict: 'reablement', whyReablement: 'She could regain it all.' },
      expect: { problem: 'reablement-not-offered-here' },
    },
    {
      says: 'The initial contact assessment passes her to a social work team.',
      who: 'adviser',
      does: 'POST /cases/{winifred}/triage',
      body: passedOn,
      expect: {
        stage: 'assessment',
        law: 'NHS and Community Care Act 1990 s47(1)',
        code: 'progress-to-assessment',
      },
    },
    {
      on: '2010-06-04 10:00',
      says: 'She is assessed by what she wants to achieve.',
      who: 'socialWorker',
      does: 'POST /cases/{winifred}/assessment',
      body: {
        ...assessment,
        assessedOn: '2010-06-04',
        ownAccount: 'I was fine until those stairs.',
        whatMatters: 'Getting to the shop by myself again.',
        present: [{ name: 'Winifred Candlewax', relationship: 'self' }],
      },
      expect: { stage: 'eligibility', law: 'NHS and Community Care Act 1990 s47(1)(a)' },
    },
    {
      says: 'Substantial, so she is eligible, and reablement is offered first because she could regain her independence.',
      who: 'socialWorker',
      does: 'POST /cases/{winifred}/eligibility',
      ifMatch: 'assessment',
      body: {
        decidedOn: '2010-06-04',
        decidedByName: 'Oswin Larkspur',
        test: substantial,
        whatFollows: {
          edge: 'reablement-first',
          whyReablement: 'Strong before the fall, motivated, and nothing is broken.',
        },
      },
      expect: {
        stage: 'reablement',
        openSteps: ['reablement'],
        law: 'SI 2003/1196',
        code: 'progress-to-reablement',
        tasks: [{ team: 'social-work-north', step: 'reablement' }],
      },
    },
    {
      on: '2010-06-08 09:00',
      says: 'Reablement starts: three goals in her words, a score of 60, free until 19 July.',
      who: 'socialWorker',
      does: 'POST /cases/{winifred}/reablement',
      body: {
        whyOffered: 'Strong before the fall, motivated, and nothing is broken.',
        goals: ['Wash and dress by myself', 'Up and down my stairs', 'To the shop and back'],
        scoreAtStart: { tool: 'Barthel index', score: 60 },
        firstDay: '2010-06-08',
      },
      expect: {
        law: 'SI 2003/1196',
        records: {
          reablement: { scoreAtStart: { score: 60 }, plannedUntil: '2010-07-19' },
        },
        state: {
          reablement: { startedOn: '2010-06-08', freeUntil: '2010-07-19', goals: 3, endedOn: null },
        },
      },
    },
    {
      on: '2010-07-12 15:00',
      says: 'After five weeks she is independent, with a score of 95. She has advice on how to come back, and no budget.',
      who: 'socialWorker',
      does: 'POST /cases/{winifred}/reablement/end',
      ifMatch: 'reablement',
      body: {
        result: 'independent',
        lastDay: '2010-07-12',
        scoreAtEnd: { tool: 'Barthel index', score: 95 },
        goals: [{ result: 'achieved' }, { result: 'achieved' }, { result: 'achieved' }],
        howToComeBack: 'Call the customer service centre; a second rail and a fall line are yours.',
      },
      expect: {
        stage: 'closed',
        openSteps: [],
        law: 'SI 2003/1196',
        code: 'nfa-support-ended-as-planned',
        records: { reablement: { scoreAtEnd: { score: 95 } } },
        state: { allocation: null, plan: null, live: null, agreements: [] },
        noTasks: [{ team: 'social-work-north', step: 'reablement' }],
      },
    },
    {
      on: '2010-07-13 10:00',
      says: 'A second person: Horatio Bellweather writes, with a daughter who keeps his house.',
      who: 'adviser',
      does: 'POST /contacts',
      body: {
        about: 'adult',
        channel: 'letter',
        by: { kind: 'self' },
        person: { givenName: 'Horatio', familyName: 'Bellweather', dateOfBirth: '1938-12-05' },
        whatIsHappening: 'Lungs: no breath to wash, dress or cook.',
        whoElseHelps: 'His daughter cleans and shops, and means to go on.',
      },
      keeps: { caseId: 'answer.caseId' },
      expect: { stage: 'contact' },
    },
    {
      says: 'He is passed to a social work team.',
      who: 'adviser',
      does: 'POST /cases/{caseId}/triage',
      body: passedOn,
      expect: { stage: 'assessment' },
    },
    {
      on: '2010-07-16 10:00',
      says: 'He is assessed.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/assessment',
      body: {
        ...assessment,
        assessedOn: '2010-07-16',
        ownAccount: 'Three steps and I sit down.',
        whatMatters: 'Choosing who sees me in my vest.',
        present: [
          { name: 'Horatio Bellweather', relationship: 'self' },
          { name: 'Portia Bellweather', relationship: 'daughter' },
        ],
      },
      expect: { stage: 'eligibility' },
    },
    {
      says: 'Substantial: eligible. His lungs will not get better, so reablement is not for him.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/eligibility',
      ifMatch: 'assessment',
      body: {
        decidedOn: '2010-07-16',
        decidedByName: 'Oswin Larkspur',
        test: substantial,
        whatFollows: {
          edge: 'eligible-met-by-council',
          ordinaryResidence: { status: 'here', reason: 'Has lived in Bermondsey all his life.' },
          waysToMeetNeeds: 'An assistant of his own by day, home care in the evening.',
          isWantedByPerson: true,
        },
      },
      expect: {
        stage: 'support-planning',
        law: 'NHS and Community Care Act 1990 s47(1)(b)',
        code: 'progress-to-support-planning',
      },
    },
    {
      says: 'The RAS: 45 points, 5 off for the daughter, 270.00 a week; the ready reckoner beside it says 257.00.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget',
      body: {
        answers: {
          ...needsNothing,
          washing: 'much-help',
          dressing: 'much-help',
          toilet: 'much-help',
          meals: 'much-help',
          moving: 'much-help',
          safety: 'some-help',
          home: 'much-help',
          medicines: 'some-help',
          people: 'much-help',
          carer: 'some-strain',
        },
        informalSupport: {
          'running-the-home': {
            shareMet: 'all',
            isWilling: true,
            isAble: true,
            sustainability: 'lasting',
          },
        },
        help: { 'home-care': 600, 'personal-assistant': 600 },
      },
      expect: {
        records: {
          allocation: {
            allocation: {
              points: 45,
              adjustmentHundredths: 500,
              remainingHundredths: 4_000,
              indicativeWeeklyPence: 27_000,
            },
            readyReckoner: { readyReckonerWeeklyPence: 25_700, differenceWeeklyPence: 1_300 },
          },
        },
      },
    },
    {
      says: 'He is given the indicative budget.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/indicative-budget/given',
      ifMatch: 'allocation',
      body: { givenOn: '2010-07-16', to: 'person', how: 'in-person', format: 'plain' },
    },
    {
      on: '2010-07-20 10:00',
      says: 'His contribution: 30.00 a week, a dated decision by hand under Fairer Charging.',
      who: 'financeOfficer',
      does: 'POST /cases/{caseId}/financial-assessment',
      body: {
        status: 'assessed',
        assessedOn: '2010-07-20',
        appliesFrom: '2010-07-20',
        method: 'manual-fairer-charging',
        decidedOn: '2010-07-20',
        decidedBy: { id: 'florin', name: 'Thea Florin' },
        weeklyContributionPence: 3_000,
      },
      expect: { law: 'Fairer Charging', openSteps: ['write-support-plan'] },
    },
    {
      on: '2010-07-22 10:00',
      says: 'The plan splits the budget: 112.00 as a direct payment, 145.00 managed by the council.',
      who: 'socialWorker',
      does: 'PUT /cases/{caseId}/plan',
      body: {
        ...plainPlan,
        writtenOn: '2010-07-22',
        author: { kind: 'practitioner', staffId: 'larkspur' },
        needs: [
          {
            need: 'Washing, dressing, meals',
            isEligible: true,
            metBy: 'council',
            how: 'An assistant by day, home care in the evening',
          },
          {
            need: 'Cleaning and shopping',
            isEligible: false,
            metBy: 'carer-or-others',
            how: 'His daughter',
          },
        ],
        outcomesWanted: ['Choosing who sees me in my vest'],
        lines: [
          {
            kind: 'weekly',
            id: 'assistant',
            outcome: 'FACS-SUBSTANTIAL-ROUTINES',
            activity: 'Getting up, washing, dressing',
            supporter: { kind: 'person', name: 'An assistant', relationship: 'not-related' },
            component: 'Direct Payment',
            purchase: 'personal-care',
            when: 'Every morning',
            unit: 'hour',
            unitsHundredths: 1_000,
            unitPence: 1_120,
            weeklyPence: 11_200,
            funding: { funder: 'council', partId: 'direct', costCentre: 'older-people' },
          },
          {
            kind: 'weekly',
            id: 'evenings',
            outcome: 'FACS-SUBSTANTIAL-ROUTINES',
            activity: 'Supper and getting to bed',
            supporter: { kind: 'provider', name: 'Eventide Home Care', cqcLocationId: '1-1234567' },
            component: 'Home Support',
            purchase: 'personal-care',
            when: 'Every evening',
            unit: 'hour',
            unitsHundredths: 1_000,
            unitPence: 1_450,
            weeklyPence: 14_500,
            funding: { funder: 'council', partId: 'managed', costCentre: 'older-people' },
          },
        ],
        parts: [
          {
            id: 'direct',
            holding: 'direct-payment',
            contribution: 'gross',
            payee: { kind: 'self' },
          },
          { id: 'managed', holding: 'council-managed' },
        ],
        budgetFrom: '2010-08-02',
        optionsDiscussed: directPaymentDiscussed('2010-07-16'),
        contingency: contingencyTested('2010-07-21'),
        informalSupport: [
          {
            who: 'Portia Bellweather',
            whatTheyDo: 'Cleans and shops',
            isWilling: true,
            isAble: true,
          },
        ],
      },
      expect: {
        records: {
          plan: {
            budget: {
              weeklyPence: 25_700,
              contributionWeeklyPence: 3_000,
              parts: [
                { id: 'direct', weeklyPence: 11_200, contributionWeeklyPence: 3_000 },
                { id: 'managed', weeklyPence: 14_500, contributionWeeklyPence: 0 },
              ],
            },
          },
        },
      },
    },
    {
      says: 'He agrees.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/agreement',
      ifMatch: 'plan',
      body: {
        outcome: 'agreed',
        by: { kind: 'person' },
        on: '2010-07-22',
        copiesTo: [{ kind: 'person' }, { kind: 'carer', name: 'Portia Bellweather' }],
      },
      expect: { stage: 'sign-off' },
    },
    {
      says: 'In this council the author of a plan does not turn the first key.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/plan/authorisation',
      ifMatch: 'plan',
      body: checksPassed('Eventide at 14.50, an assistant at 11.20', '2010-07-21'),
      expect: { problem: 'same-person' },
    },
    {
      on: '2010-07-23 09:00',
      says: 'The first key is turned by the team manager.',
      who: 'teamManager',
      does: 'POST /cases/{caseId}/plan/authorisation',
      ifMatch: 'plan',
      body: checksPassed('Eventide at 14.50, an assistant at 11.20', '2010-07-21'),
      expect: { openSteps: ['authorise-budget'] },
    },
    {
      says: 'The second key is turned by the budget manager.',
      who: 'budgetManager',
      does: 'POST /cases/{caseId}/budget/authorisation',
      ifMatch: 'plan',
      body: { verdict: 'authorised' },
      expect: {
        stage: 'arranging-support',
        state: { planKeyBy: 'bridgehouse', budgetKeyBy: 'pennyworth' },
      },
    },
    {
      says: 'Nothing is arranged without the direct payment being asked for.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/arrangements',
      body: {
        orders: [
          {
            partId: 'managed',
            lineIds: ['evenings'],
            provider: { name: 'Eventide Home Care', cqcLocationId: '1-1234567' },
            weeklyPence: 14_500,
            oneOffPence: 0,
            startsOn: '2010-08-02',
            interimCover: 'His daughter, until then',
          },
        ],
      },
      expect: { problem: 'agreement-missing' },
    },
    {
      says: 'The direct payment is asked for.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/direct-payments',
      body: { partId: 'direct', conditions: mayBePaid },
      keeps: { agreementId: 'case.state.agreements.0' },
      expect: { law: 'Health and Social Care Act 2001 s57' },
    },
    {
      says: 'A service order for the evenings is placed.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/arrangements',
      body: {
        orders: [
          {
            partId: 'managed',
            lineIds: ['evenings'],
            provider: { name: 'Eventide Home Care', cqcLocationId: '1-1234567' },
            weeklyPence: 14_500,
            oneOffPence: 0,
            startsOn: '2010-08-02',
            interimCover: 'His daughter, until then',
          },
        ],
      },
      expect: { openSteps: ['start-support'] },
    },
    {
      on: '2010-08-02 10:00',
      says: 'Support starts.',
      who: 'socialWorker',
      does: 'POST /cases/{caseId}/start',
      body: {
        lines: [
          { lineId: 'assistant', firstDay: '2010-08-02' },
          { lineId: 'evenings', firstDay: '2010-08-02' },
        ],
      },
      expect: {
        stage: 'receiving-support',
        state: {
          live: { weeklyPence: 25_700 },
          nextReview: { on: '2010-09-13', kind: 'light-touch' },
        },
      },
    },
    {
      says: 'The account is recorded.',
      who: 'financeOfficer',
      does: 'POST /agreements/{agreementId}/bank-details',
      body: { accountName: 'H Bellweather', sortCode: '202959', accountNumber: '63748472' },
    },
    {
      says: 'The account is checked by another.',
      who: 'financeApprover',
      does: 'POST /agreements/{agreementId}/bank-details/check',
      body: { isConfirmed: true, how: 'A letter of his bank.' },
    },
    {
      says: 'Unsigned, it is not paid.',
      who: 'financeOfficer',
      does: 'POST /agreements/{agreementId}/activation',
      expect: { problem: 'agreement-not-signed' },
    },
    {
      says: 'He signs.',
      who: 'socialWorker',
      does: 'POST /agreements/{agreementId}/signature',
      body: { signedOn: '2010-08-02', signedBy: 'self', copyGivenOn: '2010-08-02' },
    },
    {
      says: 'The direct payment is active: 112.00 a week gross, his contribution is billed apart.',
      who: 'financeOfficer',
      does: 'POST /agreements/{agreementId}/activation',
      expect: { answer: { status: 'active', weeklyPence: 11_200, weeklyContributionPence: 0 } },
    },
    {
      on: '2010-08-16 10:00',
      says: 'The pay calendar has drafted the next run.',
      who: 'financeApprover',
      does: 'GET /payment-runs?limit=1',
      keeps: { runId: 'answer.runs.0.runId' },
      expect: {
        answer: {
          runs: [{ status: 'awaiting-approval', periodStart: '2010-08-23', payOn: '2010-08-23' }],
        },
      },
    },
    {
      says: 'The run adds up: three weeks from his first day to the end of that period, and four weeks in advance.',
      who: 'financeApprover',
      does: 'GET /payment-runs/{runId}',
      keeps: { runIdVersion: 'answer.event' },
      expect: {
        answer: { isComplete: true, totals: { due: { count: 2, pence: 78_400 } } },
      },
    },
    {
      says: 'Somebody who did not make the agreement active approves it.',
      who: 'financeApprover',
      does: 'POST /payment-runs/{runId}/approval',
      headers: { 'if-match': '"{runIdVersion}"' },
      body: { verdict: 'approved' },
      expect: { answer: { status: 'approved', approvedBy: 'guinea' } },
    },
    {
      says: 'It is sent: 3 weeks of 112.00 are 336.00, and 4 weeks are 448.00.',
      who: 'financeOfficer',
      does: 'GET /agreements/{agreementId}/payments',
      expect: {
        answer: {
          nextPayOn: '2010-09-20',
          payments: [
            { name: '2010-08-23', state: 'sent', amountPence: 44_800 },
            {
              name: '2010-07-26',
              state: 'sent',
              amountPence: 33_600,
              days: { from: '2010-08-02', to: '2010-08-22' },
            },
          ],
        },
      },
    },
    {
      on: '2010-09-02 10:00',
      says: 'His statement asks for 3 weeks of 30.00 towards the direct payment: 90.00.',
      who: 'financeOfficer',
      does: 'GET /contribution-accounts/{caseId}/statements/2010-08-02',
      expect: {
        answer: {
          to: '2010-08-22',
          lines: [{ partId: 'direct', days: 21, contributionPence: 9_000, costPence: 33_600 }],
          totalPence: 9_000,
          dueOn: '2010-09-29',
        },
      },
    },
    {
      says: 'He pays it.',
      who: 'financeOfficer',
      does: 'POST /contribution-accounts/{caseId}/receipts',
      body: {
        reference: 'BANK-20100902-07',
        pence: 9_000,
        receivedOn: '2010-09-02',
        method: 'bank-transfer',
      },
      expect: { answer: { items: [], debt: { balancePence: 0 } } },
    },
  ],
} satisfies WrittenStory;
