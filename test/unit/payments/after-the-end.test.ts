import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const start = '2026-04-06';
const next = '2026-05-04';
let office: PayOffice;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn: start });
  await office.fire('2026-03-26');
  await office.carryOutDrafts();
  await office.fire('2026-04-27');
});

const newest = async () => (await office.runs())[0]?.runId ?? '';
const states = async () =>
  (await office.payments(agreementId)).map(({ name, state }) => [name, state]);
const payStop = { kind: 'officer', by: 'officer-1', on: '2026-04-28' } as const;

/** The run of May is approved, and something happens before it is sent. */
async function approvedThen(change: Parameters<PayOffice['change']>[1]): Promise<void> {
  const runId = await newest();
  await office.select(runId);
  await office.decide(runId, 'approved');
  await office.change(agreementId, change);
  await office.send(runId);
}

async function payLater(): Promise<void> {
  for (const today of ['2026-05-26', '2026-06-22']) {
    await office.fire(today);
    await office.carryOutDrafts();
  }
}

/** What the final account comes to whose last day is that of the agreement. */
async function balance(lastDay: string): Promise<unknown> {
  const reason = 'It has ended, and all is counted.';
  const body = { lastDay, lines: [], settledWith: 'payee', reason };
  const asked = asStaff('officer-1', 'finance-officer', { params: { agreementId }, body });
  const reply = await office.call('propose-final-account', asked);
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return Object(reply.value.body).finalAccount.balancePence;
}

describe('a period that begins after the agreement has ended', () => {
  test('is not sent by a run that was approved before the end was known, which says why', async () => {
    await approvedThen({ payUntil: '2026-05-03' });
    expect(await states()).toEqual([
      [next, 'withheld'],
      [start, 'sent'],
    ]);
    const params = { runId: await newest() };
    const asked = asStaff('officer-1', 'finance-officer', { params });
    expect(await office.call('list-run-left-out', asked)).toMatchObject({
      value: { body: { entries: [{ agreementId, name: next, reason: 'agreement-ended' }] } },
    });
    await payLater();
    expect(await states()).toContainEqual([next, 'withheld']);
    expect(await balance('2026-05-03')).toBe(0);
  });

  test('is not paid once a stop is released that had held it back', async () => {
    await approvedThen({ payStop });
    await office.change(agreementId, { payUntil: '2026-05-03' });
    await payLater();
    expect(await states()).toEqual([
      [next, 'withheld'],
      [start, 'sent'],
    ]);
    expect(await balance('2026-05-03')).toBe(0);
  });

  test('is not paid again where the bank has sent it back', async () => {
    await office.carryOut(await newest());
    office.today = '2026-05-06';
    const params = { agreementId, name: next };
    const body = { on: '2026-05-06', reason: 'B' };
    const back = asStaff('officer-1', 'finance-officer', { params, body });
    expect(await office.call('return-payment', back)).toMatchObject({ accepted: true });
    // Another account was checked, and the agreement ended before the period that came back.
    await office.change(agreementId, { payUntil: '2026-05-03', accountEvent: 1 });
    await payLater();
    expect(await states()).toEqual([
      [next, 'returned'],
      [start, 'sent'],
    ]);
  });
});

test('a period in which the agreement ends is paid, and what is ahead is recovered', async () => {
  await approvedThen({ payUntil: '2026-05-10' });
  expect(await states()).toContainEqual([next, 'sent']);
  office.today = '2026-05-11';
  expect(await balance('2026-05-10')).toBe(-3 * 62_000);
});
