import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { stopAfterReversal, stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import { everyEntryOf } from '#shared/stores/money/ledger/ledger-store.ts';
import { daysFromTo, timesPaid } from '#test/support/days-paid.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const startsOn = '2026-04-06';
const diedOn = '2026-04-20';
let office: PayOffice;

/** The death of 20 April is recorded on 10 June, when two more periods were paid. */
beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn, weeklyPence: 700 });
  for (const today of ['2026-03-26', '2026-04-27', '2026-05-26']) {
    await office.fire(today);
    await office.carryOutDrafts();
  }
  office.today = '2026-06-10';
});

async function bodyOf(reply: Promise<Reply>): Promise<unknown> {
  const answered = await reply;
  if (!answered.accepted) throw new Error(answered.refusal.detail);
  return answered.value.body;
}

async function recordDeath(): Promise<void> {
  const noted = { by: 'case-stream', on: office.today, diedOn };
  const payStop = stopForDeath(await office.head(agreementId), noted);
  if (payStop) await office.change(agreementId, { payStop });
}

async function reverseDeath(): Promise<void> {
  const reversed = { by: 'manager-1', on: office.today };
  const payStop = stopAfterReversal(await office.head(agreementId), reversed);
  if (payStop) await office.change(agreementId, { payStop });
}

async function payTo(...days: readonly string[]): Promise<void> {
  for (const today of days) {
    await office.fire(today);
    await office.carryOutDrafts();
  }
}

const evidence = 'The payslips and the contract.';
/** Everything that an end leaves to be paid (domain rules section 7). */
const lines = [
  { kind: 'care-given', pence: 4_000, evidence },
  { kind: 'notice', pence: 28_000, evidence },
  { kind: 'holiday', pence: 9_100, evidence },
  { kind: 'redundancy', pence: 61_000, evidence },
  { kind: 'payroll', pence: 3_550, evidence },
];
const owedPence = lines.reduce((sum, { pence }) => sum + pence, 0);
// Eighty-four days were paid, and fifteen of them lived.
const aheadPence = (84 - 15) * 100;

describe('a death that is recorded late', () => {
  test('stops every later payment, and its final account is settled with the estate by two people', async () => {
    await recordDeath();
    await payTo('2026-06-22', '2026-07-20');
    expect(await office.payments(agreementId)).toHaveLength(3);
    const params = { agreementId };
    const reason = 'She has died, and her assistant is owed what the contract says.';
    const body = { lastDay: diedOn, lines, settledWith: 'estate', reason };
    const proposed = asStaff('officer-1', 'finance-officer', { params, body });
    await bodyOf(office.call('propose-final-account', proposed));
    const proposal = (await office.ports.agreements.last(agreementId))?.sequence;
    const verdict = { verdict: 'approved', comment: 'Compared with the evidence.', proposal };
    const asked = { params, body: verdict };
    const own = await office.call(
      'decide-final-account',
      asStaff('officer-1', 'finance-approver', asked),
    );
    expect(own).toMatchObject({ accepted: false, refusal: { kind: 'same-person' } });
    await bodyOf(
      office.call('decide-final-account', asStaff('approver-2', 'finance-approver', asked)),
    );
    await payTo('2026-08-17', '2026-09-14');
    const later = (await office.payments(agreementId)).filter(({ payOn }) => payOn > '2026-06-10');
    expect(later).toMatchObject([
      { name: 'FINAL', state: 'sent', amountPence: owedPence - aheadPence },
    ]);
    expect(Object.fromEntries(balances(await everyEntryOf(office.table, agreementId)))).toEqual({
      'direct-payments': 15 * 100 + owedPence,
      bank: -(15 * 100 + owedPence),
      'final-accounts': 0,
    });
  });
});

describe('a death that was recorded in error', () => {
  test('pays nothing of itself once it is taken back, and every day once it is released', async () => {
    await recordDeath();
    await payTo('2026-06-22');
    await reverseDeath();
    await payTo('2026-07-20');
    expect(await office.payments(agreementId)).toHaveLength(3);
    const body = { reason: 'She is well, and has said so herself.' };
    const asked = asStaff('officer-2', 'finance-officer', { params: { agreementId }, body });
    await bodyOf(office.call('release-payments', asked));
    await payTo('2026-08-17');
    const payments = await office.payments(agreementId);
    const days = daysFromTo(startsOn, (await office.runs())[0]?.periodEnd ?? '');
    expect([...timesPaid(payments)].sort()).toEqual(days.map((day) => [day, 1]));
    const pence = payments.reduce((sum, { amountPence }) => sum + amountPence, 0);
    expect(pence).toBe(days.length * 100);
  });
});
