import { beforeEach, describe, expect, test } from 'vitest';
import { periodContaining } from '#shared/domain/calendar/pay-calendar.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { allOwed } from '#shared/domain/payment/next-payment.ts';
import type { Payment } from '#shared/domain/payment/payment.ts';
import { draftRun } from '#shared/domain/run/draft-run.ts';
import { sendRun } from '#shared/domain/run/send-run.ts';
import { paymentShard } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  createPayments,
  sendPayments,
  withholdPayment,
} from '#shared/stores/money/payments/pay-transaction.ts';
import { findPayments, returnedWrite } from '#shared/stores/money/payments/payment-store.ts';
import { askedRunWrite } from '#shared/stores/money/runs/run-store.ts';
import type { Item } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { account, PayOffice } from '#test/support/pay-office.ts';

// A payment has several guards, of which one is mostly enough. Each is tried here with the others out of its
// way: the table is changed behind the back of the service, which no command can.

const agreementId = 'agreement0001';
const start = '2026-04-06';
const today = '2026-04-01';
const run = {
  runId: 'run000000001',
  periodStart: start,
  periodEnd: '2026-05-03',
  payOn: '2026-04-02',
  recoveryPercentMax: 50,
};
const part = { runId: run.runId, shard: paymentShard(agreementId) };
const pk = `AGREEMENT#${agreementId}`;
const keyOfHead = { pk, sk: 'PAYMENTS' };
const keyOfPayment = { pk, sk: `PAYMENT#${start}` };
let table: MemoryTable;
let read: AgreementHead;

beforeEach(async () => {
  table = new MemoryTable();
  const office = new PayOffice(table);
  await office.activate({ agreementId, startsOn: start });
  read = await office.head(agreementId);
});

async function put(key: { pk: string; sk: string }, change: Record<string, Item[string]>) {
  const item = await table.get(key);
  if (!item) throw new Error('there is no such item');
  await table.write([{ put: { ...item, ...change } }]);
}

async function create(
  head = read,
  { runId = run.runId, earlier = [] }: { runId?: string; earlier?: readonly Payment[] } = {},
): Promise<string> {
  const owing = { read: head, owed: allOwed(head, { ...run, runId }, earlier) };
  return (await createPayments(table, { ...part, runId }, [owing])).outcome;
}

async function created(): Promise<Payment> {
  await create();
  const [payment] = await findPayments(table, [{ agreementId, name: start }]);
  if (!payment) throw new Error('nothing was created');
  return payment;
}

async function send(payment: Payment): Promise<string> {
  const payments = [{ payment, accountEvent: 1, account, payUntil: null }];
  return (await sendPayments(table, part, { payments, today })).outcome;
}

const stateNow = async () => (await table.get(keyOfPayment))?.['state'];
const by = 'officer-1';

describe('nothing is created', () => {
  test.each<[string, Record<string, Item[string]>]>([
    ['that is stopped', { payStop: { kind: 'officer', by, on: today } }],
    ['whose payee is held', { payeeHold: { by, on: today } }],
    ['that is paid further than was read', { paidThrough: '2026-05-03' }],
  ])('for an agreement %s, at the revision that was read', async (_, change) => {
    await put(keyOfHead, change);
    expect(await create()).toBe('changed');
    expect(await stateNow()).toBeUndefined();
  });

  test('under the key of a withheld payment that was sent after all', async () => {
    const payment = await created();
    expect(await send(payment)).toBe('sent');
    const { paidThrough, revision } = read;
    const withheld = [start];
    await put(keyOfHead, { paidThrough, revision, withheld });
    const earlier = [{ ...payment, state: 'withheld' as const }];
    const asked = { runId: 'run000000002', earlier };
    expect(await create({ ...read, withheld }, asked)).toBe('key-taken');
    expect(await stateNow()).toBe('sent');
  });

  test('and counted a second time in a run', async () => {
    await created();
    await table.write([{ delete: keyOfPayment }]);
    const { paidThrough, revision } = read;
    await put(keyOfHead, { paidThrough, revision });
    await expect(create()).rejects.toThrow('counted before it was created');
  });
});

describe('no payment is sent', () => {
  test.each<[string, Record<string, Item[string]>]>([
    ['is withheld', { state: 'withheld' }],
    ['is due in another run', { runId: 'run000000002' }],
  ])('that %s', async (_, change) => {
    const payment = await created();
    await put(keyOfPayment, change);
    expect(await send(payment)).toBe('no-longer-due');
    expect((await table.get(keyOfPayment))?.['account']).toBeUndefined();
  });
});

test('what was sent is not held back any more', async () => {
  const payment = await created();
  await send(payment);
  const head = { ...read, revision: read.revision + 1 };
  const about = { head, reason: 'payment-stopped', at: `${today}T10:00:00Z` } as const;
  await withholdPayment(table, payment, { ...about, shard: part.shard });
  expect(await stateNow()).toBe('sent');
});

test('nothing comes back from the bank that was not sent', async () => {
  const payment = await created();
  const again = returnedWrite({ ...payment, state: 'returned', account });
  expect((await table.write([again])).written).toBe(false);
});

test('a request for a run leads to one run for ever', async () => {
  await table.write([askedRunWrite('request-1', 'run000000001')]);
  expect((await table.write([askedRunWrite('request-1', 'run000000002')])).written).toBe(false);
});

describe('a run does not pass for sent', () => {
  const { next } = draftRun(periodContaining({ anchor: start }, start));
  const nothing = { count: 0, pence: 0 };
  const one = { count: 1, pence: 100 };
  const file = { createdOn: today, sha256: 'x', count: 1, pence: 100, rewritten: [] };

  test.each([
    ['a payment is neither sent nor withheld', { approved: one, sent: nothing }],
    ['a penny was sent that nobody approved', { approved: nothing, sent: { ...one, count: 0 } }],
  ])('where %s', (_, sums) => {
    const totals = { ...sums, withheldBefore: nothing, withheld: nothing };
    const sent = sums.sent.pence > 0 ? file : undefined;
    expect(() => sendRun(next, totals, sent)).toThrow('not those that were approved');
  });

  test.each([
    ['there is no file of what was sent', undefined],
    ['its file is a penny short', { ...file, pence: 99 }],
  ])('where %s', (_, short) => {
    const totals = { approved: one, withheldBefore: nothing, sent: one, withheld: nothing };
    expect(() => sendRun(next, totals, short)).toThrow('does not add up');
  });
});
