import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import type { PayStop } from '#shared/domain/payment/agreement-head.ts';
import { stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import { ledgerOfAgreement } from '#shared/stores/money/ledger/ledger-store.ts';
import { stopPaymentsWrites } from '#shared/stores/money/payments/agreement-head-store.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const start = '2026-04-06';
const diedOn = '2026-04-20';
const death: PayStop = { kind: 'death', by: 'case-stream', on: '2026-04-22', diedOn };
// 10.01 a day of which she contributes 3.00.
const terms = { weeklyPence: 7_007, weeklyContributionPence: 2_100 };
let office: PayOffice;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn: start, ...terms });
  await office.fire('2026-03-26');
  const runs = await office.runs();
  await office.carryOut(runs.find(({ periodStart }) => periodStart === start)?.runId ?? '');
  office.today = '2026-04-24';
  await office.change(agreementId, { payStop: death });
});

const refusalOf = (reply: Reply) => (reply.accepted ? undefined : reply.refusal.kind);
const notice = { kind: 'notice', pence: 30_000, evidence: 'The contract: four weeks.' };
const holiday = { kind: 'holiday', pence: 12_345, evidence: 'The payslip of March.' };
const reason = 'She has died, and her assistant is owed notice.';
const whole = { lastDay: diedOn, lines: [notice, holiday], settledWith: 'estate', reason };

const propose = (change: object = {}, by = 'officer-1') =>
  office.call(
    'propose-final-account',
    asStaff(by, 'finance-officer', { params: { agreementId }, body: { ...whole, ...change } }),
  );
const newest = async () => (await office.ports.agreements.last(agreementId))?.sequence ?? 0;
async function decide(verdict = 'approved', by = 'approver-2', proposal?: number) {
  const comment = 'Compared with the evidence.';
  const body = { verdict, comment, proposal: proposal ?? (await newest()) };
  return office.call(
    'decide-final-account',
    asStaff(by, 'finance-approver', { params: { agreementId }, body }),
  );
}
async function carryOutNext(today: string): Promise<void> {
  await office.fire(today);
  await office.carryOut((await office.runs())[0]?.runId ?? '');
}
const owed = async () =>
  Object.fromEntries(
    balances((await ledgerOfAgreement(office.table, agreementId, { limit: 50 })).entries),
  );
const names = async () => (await office.payments(agreementId)).map(({ name }) => name);

// Paid until 3 May, lived until 20 April: thirteen days are recovered, of which she paid a part.
const days = { paid: 28, owed: 15, ahead: 13 };
const balancePence = 30_000 + 12_345 - days.ahead * 701;

describe('a final account after a death', () => {
  test('settles what is owed less what was paid ahead, and is paid once', async () => {
    expect(refusalOf(await propose())).toBeUndefined();
    expect(await names()).toEqual([start]);
    expect(refusalOf(await decide())).toBeUndefined();
    await carryOutNext('2026-04-27');
    await carryOutNext('2026-05-26');
    expect(await office.payments(agreementId)).toMatchObject([
      { name: 'FINAL', state: 'sent', amountPence: balancePence, reference: 'FINAL' },
      { name: start, state: 'sent' },
    ]);
    expect(await owed()).toEqual({
      'direct-payments': days.owed * 1_001 + 42_345,
      contributions: -days.owed * 300,
      bank: -(days.owed * 701 + 42_345),
      'final-accounts': 0,
    });
  });

  test('that is owed by the estate pays nothing, and stands as owed', async () => {
    await propose({ lines: [] });
    await decide();
    expect(await owed()).toMatchObject({ 'reclaims-owed': days.ahead * 701 });
    await carryOutNext('2026-04-27');
    expect(await names()).toEqual([start]);
  });

  test('moves nothing on the word of one person, and nothing once it is rejected', async () => {
    await propose();
    expect(refusalOf(await decide('approved', 'officer-1'))).toBe('same-person');
    expect(refusalOf(await decide('rejected'))).toBeUndefined();
    expect(refusalOf(await decide())).toBe('wrong-stage');
    await carryOutNext('2026-04-27');
    expect(await names()).toEqual([start]);
    expect((await office.head(agreementId)).payStop).toEqual(death);
  });

  test('is approved as it was looked at, and where nothing changed since', async () => {
    await propose();
    const first = await newest();
    await propose({ lines: [notice] });
    expect(refusalOf(await decide('approved', 'approver-2', first))).toBe('version-stale');
    await office.change(agreementId, { payStop: death, weeklyPence: 8_000 });
    expect(refusalOf(await decide())).toBe('wrong-stage');
  });

  test('pays for no day after the death, and for none to come', async () => {
    expect(refusalOf(await propose({ lastDay: '2026-04-21' }))).toBe('invalid-input');
    expect(refusalOf(await propose({ lastDay: '2026-04-04' }))).toBe('invalid-input');
    expect(refusalOf(await propose({ lastDay: '2026-04-19' }))).toBeUndefined();
  });

  test('is settled once, and outlasts the end of the case', async () => {
    await propose();
    await decide();
    expect(refusalOf(await propose())).toBe('already-recorded');
    expect(refusalOf(await decide())).toBe('wrong-stage');
    const ended = { kind: 'case-ended', by: 'manager-1', on: office.today } as const;
    expect(await stopPaymentsWrites(office.table, [agreementId], ended)).toEqual([]);
    const noted = { by: 'case-stream', on: office.today, diedOn };
    expect(stopForDeath(await office.head(agreementId), noted)).toBeUndefined();
  });
});

describe('a final account', () => {
  test('waits until payments are stopped or the agreement has ended', async () => {
    await office.change(agreementId, {});
    expect(refusalOf(await propose({ settledWith: 'payee' }))).toBe('wrong-stage');
    const payStop = { kind: 'bank-details', by: 'officer-1', on: office.today } as const;
    await office.change(agreementId, { payStop });
    expect(refusalOf(await propose({ settledWith: 'payee' }))).toBe('wrong-stage');
  });

  test('is settled with an estate only after a death', async () => {
    const payStop = { kind: 'officer', by: 'officer-1', on: office.today } as const;
    await office.change(agreementId, { payStop });
    expect(refusalOf(await propose())).toBe('invalid-input');
    expect(refusalOf(await propose({ settledWith: 'payee' }))).toBeUndefined();
  });

  test('waits for a payment that is still in a run', async () => {
    await office.change(agreementId, {});
    await office.fire('2026-04-27');
    const runId = (await office.runs())[0]?.runId ?? '';
    await office.select(runId);
    await office.change(agreementId, { payStop: death });
    expect(refusalOf(await propose())).toBe('wrong-stage');
    await office.decide(runId, 'approved');
    await office.send(runId);
    expect(refusalOf(await propose())).toBeUndefined();
    await decide();
    // What was withheld is for days after the death.
    await carryOutNext('2026-05-26');
    expect(await owed()).toMatchObject({ bank: -(days.owed * 701 + 42_345), 'final-accounts': 0 });
  });

  test('pays the days that no run has paid', async () => {
    const other = 'agreement0002';
    await office.activate({ agreementId: other, startsOn: '2026-04-08', ...terms });
    const payStop = { kind: 'officer', by: 'officer-1', on: office.today } as const;
    await office.change(other, { payStop });
    const body = { ...whole, lines: [], lastDay: '2026-04-10', settledWith: 'payee' };
    const params = { agreementId: other };
    const proposed = await office.call(
      'propose-final-account',
      asStaff('officer-1', 'finance-officer', { params, body }),
    );
    expect(proposed).toMatchObject({
      value: { body: { finalAccount: { balancePence: 3 * 701, contributionPence: 3 * 300 } } },
    });
  });

  test('takes back what came back from the bank and was paid too much when terms changed', async () => {
    await office.change(agreementId, { payStop: death, overpaidPence: 1_000 });
    await office.call(
      'return-payment',
      asStaff('officer-1', 'finance-officer', {
        params: { agreementId, name: start },
        body: { on: office.today, reason: '2' },
      }),
    );
    expect(refusalOf(await propose())).toBe('bank-details-unchecked');
    const recovered = { kind: 'unspent', pence: 50_000, evidence: 'The statement of the account.' };
    await propose({ lines: [recovered] });
    await decide();
    expect(await owed()).toMatchObject({
      bank: 0,
      'returned-payments': 0,
      'reclaims-owed': 50_000 + 1_000 - days.owed * 701,
    });
  });
});
