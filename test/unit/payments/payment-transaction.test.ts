import { beforeEach, describe, expect, test } from 'vitest';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { allOwed } from '#shared/domain/payment/next-payment.ts';
import {
  changedHeadWrite,
  paymentShard,
  stopPaymentsWrites,
} from '#shared/stores/money/payments/agreement-head-store.ts';
import { createPayments, sendPayments } from '#shared/stores/money/payments/pay-transaction.ts';
import { findPayments } from '#shared/stores/money/payments/payment-store.ts';
import { closePart } from '#shared/stores/money/runs/run-parts.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { account, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const run = {
  runId: 'run000000001',
  periodStart: '2026-04-06',
  periodEnd: '2026-05-03',
  payOn: '2026-04-02',
  recoveryPercentMax: 50,
};
let office: PayOffice;
let read: AgreementHead;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn: run.periodStart });
  read = await office.head(agreementId);
});

/** What a run would create that has read the agreement as it was at first. */
async function pay() {
  const part = { runId: run.runId, shard: paymentShard(agreementId) };
  const owing = { read, owed: allOwed(read, run, []) };
  return (await createPayments(office.table, part, [owing])).outcome;
}
const paid = async () =>
  (await findPayments(office.table, [{ agreementId, name: run.periodStart }]))[0];

test('two runs that read the same agreement pay it once', async () => {
  const outcomes = await Promise.all([pay(), pay()]);
  expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
});

describe('nothing is paid', () => {
  test('on terms that have changed since they were read', async () => {
    await office.table.write([changedHeadWrite(read, { weeklyPence: 50_000 })]);
    expect(await pay()).toBe('changed');
    expect(await paid()).toBeUndefined();
  });

  test('when the case ended in between', async () => {
    const payStop = { kind: 'case-ended', by: 'manager-1', on: office.today } as const;
    await office.table.write(await stopPaymentsWrites(office.table, [agreementId], payStop));
    expect(await pay()).toBe('changed');
    expect(await paid()).toBeUndefined();
  });

  test('into a part of the run that is done', async () => {
    await closePart(office.table, run.runId, paymentShard(agreementId));
    expect(await pay()).toBe('part-done');
    expect(await paid()).toBeUndefined();
  });

  test('under a key that was ever used, whatever the agreement says', async () => {
    await pay();
    const { revision: _revision, ...asAtFirst } = read;
    await office.table.write([changedHeadWrite(await office.head(agreementId), asAtFirst)]);
    read = await office.head(agreementId);
    expect(await pay()).toBe('key-taken');
  });
});

test('the head that was read is never overwritten once it has changed', async () => {
  await pay();
  const late = changedHeadWrite(read, { weeklyPence: 1 });
  expect((await office.table.write([late])).written).toBe(false);
  expect((await office.head(agreementId)).paidThrough).toBe(run.periodEnd);
});

describe('what a run is about to send stays with the council', () => {
  const by = 'lead-1';
  const on = '2026-04-01';

  /** What sending comes to where the agreement changed after the run had looked at it. */
  async function sendAfter(change: Parameters<typeof changedHeadWrite>[1]): Promise<string> {
    await pay();
    const payment = await paid();
    if (!payment) throw new Error('nothing was created');
    await office.table.write([changedHeadWrite(await office.head(agreementId), change)]);
    const part = { runId: run.runId, shard: paymentShard(agreementId) };
    const payments = [{ payment, accountEvent: 1, account, payUntil: null }];
    const sent = await sendPayments(office.table, part, { payments, today: on });
    return sent.outcome;
  }

  test.each<[string, Parameters<typeof changedHeadWrite>[1], string]>([
    ['but for nothing that changed', {}, 'sent'],
    ['where its payee was held in that moment', { payeeHold: { by, on } }, 'stopped'],
    ['where the account was replaced a day ago', { accountFrom: '2026-04-02' }, 'stopped'],
    ['no longer when the changed account has waited', { accountFrom: on }, 'sent'],
    ['where another account was checked', { accountEvent: 2 }, 'stopped'],
    ['where its end was recorded', { payUntil: '2026-04-05' }, 'stopped'],
    ['where an officer stopped it', { payStop: { kind: 'officer', by, on } }, 'stopped'],
  ])('%s', async (_, change, outcome) => {
    expect(await sendAfter(change)).toBe(outcome);
  });
});
