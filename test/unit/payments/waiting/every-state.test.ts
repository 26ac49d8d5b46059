import { expect, test } from 'vitest';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { DeskStep } from '#shared/domain/case/tasks/desk-task.ts';
import type { Step } from '#shared/domain/journey/steps.ts';
import type { MonitoringState } from '#shared/domain/monitoring/monitoring-state.ts';
import type { OrderState } from '#shared/domain/order/order-state.ts';
import type { PayStop } from '#shared/domain/payment/agreement-head.ts';
import type { PaymentState } from '#shared/domain/payment/payment.ts';
import type { Reclaim } from '#shared/domain/reclaim/reclaim-state.ts';
import type { RunStatus } from '#shared/domain/run/run-state.ts';
import { type MoneyDue, moneyDues } from '#shared/stores/money/money-due-store.ts';

/** What wakes somebody, or the service, for what stands in a state: a task in a queue, a day in the due index,
 * the next payment run, in which it is paid or shown as left out, or nothing, because it is an end. */
type Waker =
  | { readonly step: Step }
  | { readonly task: DeskStep }
  | { readonly due: MoneyDue }
  | 'next-run'
  | 'end';
type Wakers = readonly Waker[];

const agreements = {
  requested: [
    { step: 'arrange-support' },
    { task: 'check-account' },
    { task: 'activate-agreement' },
  ],
  checked: [{ step: 'arrange-support' }, { task: 'activate-agreement' }],
  signed: [{ step: 'start-support' }, { task: 'activate-agreement' }],
  active: [
    'next-run',
    { task: 'activate-agreement' },
    { due: 'agreement-review' },
    { task: 'review-direct-payment' },
    { due: 'monitoring-return' },
    { task: 'decide-one-off' },
  ],
  suspended: ['next-run'],
  closed: [
    { due: 'final-account' },
    { task: 'settle-final-account' },
    { task: 'decide-final-account' },
    { task: 'renew-direct-payment' },
    'end',
  ],
} satisfies Record<AgreementState['status'], Wakers>;

const stops = {
  officer: ['next-run'],
  'bank-details': ['next-run', { task: 'check-account' }, { task: 'ask-for-account' }],
  'death-reversed': ['next-run'],
  'case-ended': [{ due: 'final-account' }],
  death: [{ due: 'final-account' }],
} satisfies Record<PayStop['kind'], Wakers>;

const runs = {
  draft: [{ due: 'run-unfinished' }, { task: 'look-at-run' }],
  'awaiting-approval': [{ step: 'approve-payment-run' }],
  rejected: [{ task: 'put-run-up-again' }],
  cancelling: [{ due: 'run-unfinished' }, { task: 'look-at-run' }],
  cancelled: ['end'],
  approved: [{ due: 'run-unfinished' }, { task: 'look-at-run' }],
  sent: ['end'],
  empty: ['end'],
} satisfies Record<RunStatus, Wakers>;

const payments = {
  due: [{ step: 'approve-payment-run' }, { task: 'put-run-up-again' }],
  withheld: ['next-run', { task: 'settle-final-account' }, { task: 'review-payee-hold' }],
  returned: [{ task: 'ask-for-account' }, 'next-run'],
  sent: ['end'],
} satisfies Record<PaymentState, Wakers>;

const reclaims = {
  proposed: [{ task: 'decide-reclaim' }],
  owed: [{ due: 'reclaim' }, { task: 'chase-reclaim' }],
  'taken-off': ['next-run', { task: 'settle-final-account' }],
  settled: ['end'],
} satisfies Record<Reclaim['status'], Wakers>;

const returns = {
  waiting: [{ due: 'monitoring-return' }],
  asked: [{ due: 'monitoring-return' }],
  overdue: [{ task: 'chase-return' }],
  made: [{ task: 'check-return' }],
  queried: [{ due: 'monitoring-return' }],
} satisfies Record<MonitoringState['status'], Wakers>;

const orders = {
  ordered: [{ due: 'late-start' }, { task: 'chase-late-start' }],
  started: [
    { due: 'care-report' },
    { task: 'report-care' },
    { task: 'decide-actuals' },
    { due: 'order-over' },
    { task: 'rearrange-care' },
  ],
  ended: [{ due: 'care-report' }, { task: 'correct-actuals' }, { due: 'paid-ahead' }, 'end'],
  cancelled: ['end'],
} satisfies Record<OrderState['status'], Wakers>;

const all: readonly Wakers[] = [
  agreements,
  stops,
  runs,
  payments,
  reclaims,
  returns,
  orders,
].flatMap((states): readonly Wakers[] => Object.values(states));
const wakers = all.flat().filter((waker) => typeof waker !== 'string');

test('every state of money has somebody who is told, a day on which it is looked at, or is an end', () => {
  expect(all.every(({ length }) => length > 0)).toBe(true);
});

test('every day of money in the due index wakes some state', () => {
  const billed: readonly MoneyDue[] = ['contribution-statement', 'contribution-reminder'];
  const named = wakers.flatMap((waker) => ('due' in waker ? [waker.due] : []));
  expect(new Set([...named, ...billed])).toEqual(new Set(moneyDues));
});

test('every task of money belongs to some state', () => {
  const ofMoney = DeskStep.options.filter((step) =>
    /activate|account|run|return|reclaim|one-off|direct-payment|payee|late-start|actuals|report-care/u.test(
      step,
    ),
  );
  const named = wakers.flatMap((waker) => ('task' in waker ? [waker.task] : []));
  expect(ofMoney.filter((step) => !named.includes(step))).toEqual(['read-own-account']);
});
