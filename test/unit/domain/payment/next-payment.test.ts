import { describe, expect, test } from 'vitest';
import { costLines } from '#shared/domain/ledger/entry-of-payment.ts';
import { type AgreementHead, dueOn, newHead } from '#shared/domain/payment/agreement-head.ts';
import { nextPayDate } from '#shared/domain/payment/next-pay-date.ts';
import { allOwed, owedOnce, owedPeriod } from '#shared/domain/payment/next-payment.ts';

const run = {
  runId: 'run000000001',
  periodStart: '2008-07-28',
  periodEnd: '2008-08-24',
  payOn: '2008-07-28',
  recoveryPercentMax: 50,
};

function head(change: Partial<AgreementHead> = {}): AgreementHead {
  const agreement = newHead({
    agreementId: 'agreement001',
    caseId: 'case00000001',
    weeklyPence: 62_000,
    weeklyContributionPence: 0,
    startsOn: '2008-07-28',
    oneOffs: [],
    activatedBy: 'finance-1',
  });
  return { ...agreement, ...change };
}

describe('what a run owes for a period', () => {
  test.each<[string, Partial<AgreementHead>, object]>([
    [
      'four weeks are four times the week',
      {},
      { name: '2008-07-28', amountPence: 248_000, days: { from: '2008-07-28', to: '2008-08-24' } },
    ],
    [
      'a contribution that goes out net is taken off each week',
      { weeklyContributionPence: 4_550 },
      { name: '2008-07-28', amountPence: 229_800 },
    ],
    [
      'a contribution above the budget leaves nothing, and never a debt',
      { weeklyPence: 3_000, weeklyContributionPence: 4_550 },
      { amountPence: 0 },
    ],
    [
      'a start within the period is paid by its days',
      { paidThrough: '2008-08-21' },
      { amountPence: 26_571, days: { from: '2008-08-22', to: '2008-08-24' } },
    ],
    [
      'an end within the period is paid by its days, the odd penny first',
      { payUntil: '2008-07-30' },
      { amountPence: 26_572, days: { from: '2008-07-28', to: '2008-07-30' } },
    ],
    [
      'a start that an earlier run did not meet is paid under its own period',
      { paidThrough: '2008-07-20' },
      { name: '2008-06-30', amountPence: 62_000, days: { from: '2008-07-21', to: '2008-07-27' } },
    ],
    [
      'days that another calendar paid are not paid again',
      { paidThrough: '2008-08-03' },
      { name: '2008-07-28', amountPence: 186_000, days: { from: '2008-08-04', to: '2008-08-24' } },
    ],
  ])('%s', (_claim, change, expected) => {
    expect(owedPeriod(head(change), run)?.payment).toMatchObject(expected);
  });

  test.each<[string, Partial<AgreementHead>]>([
    ['what is paid to the end of the period', { paidThrough: '2008-08-24' }],
    ['what has ended and is paid to its end', { payUntil: '2008-07-27' }],
    ['a part without weekly support', { weeklyPence: 0 }],
    ['support that starts after the period', { paidThrough: '2008-08-25' }],
  ])('nothing is owed for %s', (_claim, change) => {
    expect(owedPeriod(head(change), run)).toBeUndefined();
  });

  test('the agreement is paid through the last day that the payment covers', () => {
    expect(owedPeriod(head(), run)?.head.paidThrough).toBe('2008-08-24');
    expect(owedPeriod(head({ payUntil: '2008-08-01' }), run)?.head.paidThrough).toBe('2008-08-01');
  });
});

test('what is bought once is owed once, under a key of its own', () => {
  const floor = { id: 'plan-7', pence: 45_000 };
  const owed = owedOnce(head({ oneOffs: [floor] }), run);
  expect(owed?.payment).toMatchObject({ name: 'ONCE#plan-7', amountPence: 45_000, days: null });
  expect(owed && owedOnce(owed.head, run)).toBeUndefined();
});

test('what is bought once is borne by the cost centre of its own line', () => {
  const floor = { id: 'plan-7', pence: 45_000, costCentre: 'older-people' };
  const costs = { 'physical-disability': 62_000 };
  const owed = owedOnce(head({ oneOffs: [floor], costs }), run);
  expect(owed && costLines(45_000, owed.payment)).toEqual([
    { account: 'direct-payments', costCentre: 'older-people', pence: 45_000 },
  ]);
  const before = owedOnce(head({ oneOffs: [{ id: 'plan-7', pence: 1 }], costs }), run);
  expect(before?.payment.costs).toEqual(costs);
});

test('a withheld payment keeps its key and its amount in the run that takes it up', () => {
  const owed = owedPeriod(head(), run);
  if (!owed) throw new Error('nothing owed');
  const stopped = { ...owed.head, withheld: ['2008-07-28'] };
  const later = { ...run, runId: 'run000000002', payOn: '2008-08-22' };
  const again = allOwed(stopped, later, [{ ...owed.payment, state: 'withheld' }]);
  const { runId, payOn } = later;
  expect(again.payments).toEqual([{ ...owed.payment, runId, payOn, state: 'due' }]);
  expect(again.head.withheld).toEqual([]);
});

test('a run owes what was withheld, what is bought once and each period that is not paid for', () => {
  const late = { ...run, periodStart: '2008-09-22', periodEnd: '2008-10-19' };
  const owed = allOwed(head({ oneOffs: [{ id: 'plan-7', pence: 45_000 }] }), late, []);
  expect(owed.payments.map(({ name }) => name)).toEqual([
    'ONCE#plan-7',
    '2008-07-28',
    '2008-08-25',
    '2008-09-22',
  ]);
  expect(owed).toMatchObject({
    head: { paidThrough: '2008-10-19', oneOffs: [] },
    isMoreOwed: false,
  });
});

test('a run pays four years of periods at most and says that more is owed', () => {
  const owed = allOwed(head(), { ...run, periodEnd: '2013-01-01' }, []);
  expect(owed.payments).toHaveLength(52);
  expect(owed.isMoreOwed).toBe(true);
});

describe('the day from which a run looks at an agreement', () => {
  test.each<[string, Partial<AgreementHead>, string | undefined]>([
    ['the first day that is not paid for', { paidThrough: '2008-08-24' }, '2008-08-25'],
    [
      'its start, while something is bought once',
      { oneOffs: [{ id: 'a', pence: 1 }] },
      '2008-07-28',
    ],
    ['its start, while a payment is withheld', { withheld: ['2008-07-28'] }, '2008-07-28'],
    ['none once it is paid to its end', { payUntil: '2008-07-27' }, undefined],
    [
      'still the first unpaid day while an officer stops it',
      { payStop: { kind: 'officer', by: 'officer-1', on: '2008-08-01' } },
      '2008-07-28',
    ],
    [
      'none after the end of the case',
      { payStop: { kind: 'case-ended', by: 'manager-1', on: '2008-08-01' }, withheld: ['x'] },
      undefined,
    ],
  ])('is %s', (_claim, change, expected) => {
    expect(dueOn(head(change))).toBe(expected);
  });
});

describe('the day on which money next arrives', () => {
  const schedule = { anchor: '2008-04-07', payLeadWorkingDays: 5 };
  test.each<[string, Partial<AgreementHead>, string, string | undefined]>([
    ['is the first day of the next period', {}, '2008-07-15', '2008-07-28'],
    ['is a period later once the run is prepared', {}, '2008-07-21', '2008-08-22'],
    ['comes before a bank holiday', { paidThrough: '2008-08-24' }, '2008-08-01', '2008-08-22'],
    ['follows what is paid already', { paidThrough: '2008-09-21' }, '2008-08-01', '2008-09-22'],
    [
      'is none while payments are stopped',
      { payStop: { kind: 'officer', by: 'officer-1', on: '2008-08-01' } },
      '2008-08-01',
      undefined,
    ],
    ['is none after the end', { payUntil: '2008-07-27' }, '2008-08-01', undefined],
    [
      'is none where only a later period was held back',
      { payUntil: '2008-07-27', withheld: ['2008-07-28'], returned: ['AGAIN#2008-08-25'] },
      '2008-08-01',
      undefined,
    ],
    [
      'comes for a period before the end that was held back',
      { payUntil: '2008-07-30', paidThrough: '2008-07-30', withheld: ['2008-07-28'] },
      '2008-08-01',
      '2008-08-22',
    ],
  ])('%s', (_claim, change, today, expected) => {
    expect(nextPayDate(head(change), schedule, today)).toBe(expected);
  });
});
