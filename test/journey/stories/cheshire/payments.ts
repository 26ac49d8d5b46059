import type { WrittenStory } from '../../player/story.ts';
import { checksPassed } from '../usual.ts';
import { lines, planOf } from './plan.ts';

// The direct payment of the man of the Cheshire story over thirteen periods: reviewed, changed in the
// middle of a period, paused while he is in hospital, and settled to the penny when it ends. All of it
// is made up; the calendar and the bank holidays are those of the years.

type Step = WrittenStory['steps'][number];

interface Run {
  /** The day on which the calendar has drafted it, five working days before its money. */
  readonly on: string;
  /** A name for the run in later steps. */
  readonly name: string;
  readonly period: string;
  readonly payOn: string;
  readonly says: string;
  readonly payments: number;
  readonly pence: number;
}

/** One run from its draft to its money, approved by somebody who did not make the agreement active. */
function paid({ on, name, period, payOn, says, payments, pence }: Run): Step[] {
  return [
    {
      on: `${on} 10:00`,
      says: `The run of the period from ${period} is drafted.`,
      who: 'financeApprover',
      does: 'GET /payment-runs?limit=1',
      keeps: { [name]: 'answer.runs.0.runId' },
      expect: { answer: { runs: [{ status: 'awaiting-approval', periodStart: period, payOn }] } },
    },
    {
      says,
      who: 'financeApprover',
      does: `GET /payment-runs/{${name}}`,
      keeps: { [`${name}Version`]: 'answer.event' },
      expect: { answer: { isComplete: true, totals: { due: { count: payments, pence } } } },
    },
    {
      says: 'It is approved, and sent.',
      who: 'financeApprover',
      does: `POST /payment-runs/{${name}}/approval`,
      headers: { 'if-match': `"{${name}Version}"` },
      body: { verdict: 'approved' },
      expect: { answer: { status: 'approved' } },
    },
  ];
}

const usual = { says: 'One period, in advance.', payments: 1, pence: 231_200 };

const dearer = { says: 'One period at the changed price.', payments: 1, pence: 240_000 };

const held = {
  needs: { areStillMet: true, note: 'The assistants come when they should.' },
  risks: { haveChanged: false, note: 'None new.' },
  directPayment: { isWorking: true, note: 'The account is in order.' },
  carer: { isWilling: true, isAble: false, note: 'She rests, and keeps him company.' },
  questions: {
    about: 'adult',
    choiceAndControl: 'better',
    dignityAndFeelingSafe: 'better',
    emotionalWellBeing: 'better',
    controlOverWhatMatters: 'better',
  },
  satisfaction: 'very-satisfied',
  advocate: { status: 'not-needed' },
  continuingHealthcare: { isReferralNeeded: false, note: 'The catheter is seen to at home.' },
} satisfies Step['body'];

/** Two hours more of help: 642.00 a week from 3 December, and the floor that is laid already. */
const moreHours = lines.map((line) =>
  line.id === 'days' ? { ...line, unitsHundredths: 4_000, weeklyPence: 44_000 } : line,
);

const reviewed: readonly Step[] = [
  {
    on: '2008-09-22 11:00',
    says: 'The review finds that it helps as it is.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/review',
    body: {
      ...held,
      kind: 'light-touch',
      heldOn: '2008-09-22',
      outcomes: [
        { outcome: 'FACS-CRITICAL-ROUTINES', achieved: 'fully' },
        { outcome: 'FACS-SUBSTANTIAL-SUPPORT', achieved: 'partly', note: 'One friend so far.' },
      ],
      budget: { isRight: true, note: 'Right.' },
      decision: { verdict: 'no-change', reason: 'It helps as it is.' },
    },
    expect: { stage: 'receiving-support', openSteps: [] },
  },
];

const changed: readonly Step[] = [
  {
    on: '2008-11-24 10:00',
    says: 'He needs two hours more a week, and asks for a review.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/review/request',
    body: { kind: 'requested', by: 'person', reason: 'Getting up takes longer in the cold.' },
  },
  {
    says: 'The plan is to change. The live one goes on until the new one starts.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/review',
    body: {
      ...held,
      kind: 'requested',
      heldOn: '2008-11-24',
      outcomes: [
        { outcome: 'FACS-CRITICAL-ROUTINES', achieved: 'partly', note: 'Mornings.' },
        { outcome: 'FACS-SUBSTANTIAL-SUPPORT', achieved: 'fully' },
      ],
      budget: { isRight: false, note: 'Two hours more.' },
      decision: { verdict: 'change-plan', reason: 'Two hours more.', budgetGoes: 'up' },
    },
    expect: { openSteps: ['write-support-plan'], state: { live: { weeklyPence: 62_000 } } },
  },
  {
    says: 'Above the indicative 620.00 a week it needs a reason, and somebody who agreed.',
    who: 'socialWorker',
    does: 'PUT /cases/{caseId}/plan',
    ifMatch: 'plan',
    body: planOf('2008-11-24', '2008-12-03', moreHours),
    expect: { problem: 'reason-needed' },
  },
  {
    says: 'With the reason it is written: 642.00 a week.',
    who: 'socialWorker',
    does: 'PUT /cases/{caseId}/plan',
    ifMatch: 'plan',
    body: {
      ...planOf('2008-11-24', '2008-12-03', moreHours),
      difference: { reason: 'Two hours more in winter.', agreedBy: 'tallystick' },
    },
    expect: {
      records: { plan: { totals: { budget: { weeklyPence: 64_200, fourWeeklyPence: 256_800 } } } },
      state: { live: { weeklyPence: 62_000 } },
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
      on: '2008-11-24',
      copiesTo: [{ kind: 'person' }],
    },
  },
  {
    says: 'The first key.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/plan/authorisation',
    ifMatch: 'plan',
    body: checksPassed('The same assistants, at 11.00 an hour', '2008-11-24'),
  },
  {
    on: '2008-11-25 10:00',
    says: 'The second key.',
    who: 'budgetManager',
    does: 'POST /cases/{caseId}/budget/authorisation',
    ifMatch: 'plan',
    body: { verdict: 'authorised' },
    expect: { openSteps: ['arrange-support'] },
  },
  {
    says: 'Nothing has to be ordered.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/arrangements',
    body: { orders: [] },
  },
  {
    on: '2008-12-03 16:00',
    says: 'The changed plan starts in the middle of a period that is paid already.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/start',
    body: {
      lines: moreHours
        .filter(({ id }) => id !== 'flooring')
        .map(({ id }) => ({ lineId: id, firstDay: '2008-12-03' })),
    },
    expect: {
      state: { live: { startedOn: '2008-12-03', weeklyPence: 64_200 } },
      records: { start: { supersedes: { lastDay: '2008-12-02' } } },
    },
  },
  {
    says: 'The direct payment is brought up to it.',
    who: 'financeOfficer',
    does: 'POST /agreements/{agreementId}/activation',
    expect: { answer: { status: 'active', weeklyPence: 64_200 } },
  },
];

const lookedAtAgain: readonly Step[] = [
  {
    on: '2009-01-14 11:00',
    says: 'Six weeks after the change the review finds that it helps.',
    who: 'socialWorker',
    does: 'POST /cases/{caseId}/review',
    body: {
      ...held,
      kind: 'light-touch',
      heldOn: '2009-01-14',
      outcomes: [
        { outcome: 'FACS-CRITICAL-ROUTINES', achieved: 'fully' },
        { outcome: 'FACS-SUBSTANTIAL-SUPPORT', achieved: 'fully' },
      ],
      budget: { isRight: true, note: 'Right.' },
      decision: { verdict: 'no-change', reason: 'It helps as it is.' },
    },
    expect: { stage: 'receiving-support', state: { nextReview: { on: '2010-01-14' } } },
  },
];

const paused: readonly Step[] = [
  {
    on: '2009-02-20 11:00',
    says: 'He has been in hospital since Monday. His assistants are kept, at 150.00 a week.',
    who: 'socialWorker',
    does: 'POST /agreements/{agreementId}/pauses',
    body: {
      from: '2009-02-16',
      to: '2009-03-08',
      cause: 'hospital-stay',
      reason: 'Pneumonia. The ward expects him to be in for three weeks.',
      needs: { are: 'met-otherwise', how: 'The ward gives all of his care.' },
      retained: { weeklyPence: 15_000, weeks: 3, what: 'Wages that his assistants are kept on.' },
    },
    expect: { answer: { status: 'active' } },
  },
];

const restarted: readonly Step[] = [
  {
    on: '2009-03-05 15:00',
    says: 'He is home four days early. Who recorded the pause does not end it.',
    who: 'socialWorker',
    does: 'POST /agreements/{agreementId}/pauses/restart',
    body: { on: '2009-03-05', reason: 'Discharged this morning.' },
    expect: { problem: 'same-person' },
  },
  {
    says: 'Somebody else does.',
    who: 'financeOfficer',
    does: 'POST /agreements/{agreementId}/pauses/restart',
    body: { on: '2009-03-05', reason: 'Discharged this morning; the ward confirmed it.' },
    expect: { answer: { status: 'active' } },
  },
];

const ended: readonly Step[] = [
  {
    on: '2009-07-06 10:00',
    says: 'His assistants are leaving, and he asks the council to arrange his care: the last day is Sunday.',
    who: 'socialWorker',
    does: 'POST /agreements/{agreementId}/end',
    body: {
      lastDay: '2009-07-12',
      cause: 'asked-by-person',
      reason: 'Both assistants have found other work.',
      needsMetOtherwise: 'The agency in Chester comes from 13 July.',
    },
  },
  {
    on: '2009-07-13 10:00',
    says: 'The final account: holiday pay, notice and payroll, less what was not spent and was paid ahead.',
    who: 'financeOfficer',
    does: 'POST /agreements/{agreementId}/final-account',
    body: {
      lastDay: '2009-07-12',
      settledWith: 'payee',
      reason: 'He asked the council to arrange his care.',
      lines: [
        { kind: 'holiday', pence: 18_400, evidence: 'Payslips of both assistants.' },
        { kind: 'notice', pence: 44_000, evidence: 'One week for each, as the contracts say.' },
        { kind: 'payroll', pence: 2_000, evidence: 'Invoice of the independent living centre.' },
        { kind: 'unspent', pence: 9_650, evidence: 'Statement of the account to 12 July.' },
      ],
    },
    keeps: { proposal: 'answer.finalAccount.event' },
    expect: { answer: { finalAccount: { balancePence: -65_250 } } },
  },
  {
    says: 'A second person compares each line with its evidence, and settles it.',
    who: 'financeApprover',
    does: 'POST /agreements/{agreementId}/final-account/decision',
    body: { verdict: 'approved', proposal: '{proposal}', comment: 'Each line was compared.' },
    expect: { answer: { status: 'closed' } },
  },
  {
    on: '2009-07-20 10:00',
    says: 'He pays back the 652.50 that he was paid ahead and has left.',
    who: 'financeOfficer',
    does: 'POST /agreements/{agreementId}/reclaims/receipts',
    body: { pence: 65_250, on: '2009-07-20', reference: 'BGC 4711', paidBy: 'payee' },
  },
  {
    says: 'The books agree to the penny: 333 days of support and 17 in hospital, the floor and the last lines.',
    who: 'financeOfficer',
    does: 'GET /agreements/{agreementId}/balances',
    expect: {
      answer: {
        balances: [
          { account: 'bank', costCentre: null, pence: -3_000_236 },
          { account: 'contributions', costCentre: null, pence: -199_800 },
          { account: 'direct-payments', costCentre: 'physical-disability', pence: 3_200_036 },
          { account: 'reclaims-owed', costCentre: null, pence: 0 },
        ],
      },
    },
  },
];

export const paidForAYear: readonly Step[] = [
  ...reviewed,
  ...paid({
    ...usual,
    on: '2008-10-13',
    name: 'october',
    period: '2008-10-20',
    payOn: '2008-10-20',
  }),
  ...paid({
    ...usual,
    on: '2008-11-10',
    name: 'november',
    period: '2008-11-17',
    payOn: '2008-11-17',
  }),
  ...changed,
  ...paid({
    on: '2008-12-08',
    name: 'december',
    period: '2008-12-15',
    payOn: '2008-12-15',
    says: 'Four weeks at 600.00 after his contribution, and twelve days behind at 22.00 a week more.',
    payments: 2,
    pence: 243_772,
  }),
  ...paid({
    ...dearer,
    on: '2009-01-05',
    name: 'january',
    period: '2009-01-12',
    payOn: '2009-01-12',
  }),
  ...lookedAtAgain,
  ...paid({
    ...dearer,
    on: '2009-02-02',
    name: 'february',
    period: '2009-02-09',
    payOn: '2009-02-09',
  }),
  ...paused,
  ...paid({
    on: '2009-03-02',
    name: 'march',
    period: '2009-03-09',
    payOn: '2009-03-09',
    says: '1,350.00 were paid ahead for days in hospital. Half of the payment is taken off, and the rest waits.',
    payments: 1,
    pence: 120_000,
  }),
  ...restarted,
  ...paid({
    on: '2009-03-30',
    name: 'april',
    period: '2009-04-06',
    payOn: '2009-04-06',
    says: 'In full, with what four days at home lack: 257.14, less the 150.00 that were still to come back.',
    payments: 2,
    pence: 250_714,
  }),
  ...paid({ ...dearer, on: '2009-04-24', name: 'may', period: '2009-05-04', payOn: '2009-05-01' }),
  ...paid({ ...dearer, on: '2009-05-22', name: 'june', period: '2009-06-01', payOn: '2009-06-01' }),
  ...paid({ ...dearer, on: '2009-06-22', name: 'july', period: '2009-06-29', payOn: '2009-06-29' }),
  ...ended,
];
