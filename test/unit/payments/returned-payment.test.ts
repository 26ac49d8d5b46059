import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { ledgerOfAgreement } from '#shared/stores/money/ledger/ledger-store.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { account, asStaff, PayOffice } from '#test/support/pay-office.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';

const agreementId = 'agreement0001';
const start = '2026-04-06';
const another = { ...account, sortCode: '107999', accountNumber: '88837491' };
let office: PayOffice;
let runId: string;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn: start });
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
});

const call = (id: string, by: string, body: object, params = {}) =>
  office.call(id, asStaff(by, 'finance-officer', { params: { agreementId, ...params }, body }));
const giveBack = (name = start, body = {}) =>
  call('return-payment', 'officer-1', { on: '2026-04-08', reason: 'B', ...body }, { name });
const refusalOf = (reply: Reply) => (reply.accepted ? undefined : reply.refusal.kind);
const stateOf = async (name: string) =>
  (await office.payments(agreementId)).find((payment) => payment.name === name)?.state;
const owed = async () =>
  balances((await ledgerOfAgreement(office.table, agreementId, { limit: 50 })).entries);

async function fileOf(run: string): Promise<string> {
  const asked = asStaff('officer-1', 'finance-officer', { params: { runId: run } });
  const reply = await office.call('read-bacs-file', asked);
  if (!reply.accepted || !reply.value.file) throw new Error('there is no file');
  return reply.value.file.text;
}

async function carryOutNext(today: string): Promise<string> {
  await office.fire(today);
  const next = (await office.runs())[0]?.runId ?? '';
  await office.carryOut(next);
  return next;
}

describe('a payment that the bank sent back', () => {
  beforeEach(async () => {
    await office.carryOut(runId);
    office.today = '2026-04-09';
  });

  test('is owed, and nothing is paid until another account was checked by a second person', async () => {
    expect(refusalOf(await giveBack())).toBeUndefined();
    expect(await stateOf(start)).toBe('returned');
    expect(await owed()).toEqual(
      new Map([
        ['bank', 0],
        ['direct-payments', 248_000],
        ['returned-payments', -248_000],
      ]),
    );
    await carryOutNext('2026-04-27');
    expect(await stateOf('2026-05-04')).toBeUndefined();
    const check = { isConfirmed: true, how: 'By telephone, on the number that we hold.' };
    expect(refusalOf(await call('check-bank-details', 'officer-2', check))).toBe(
      'bank-details-unchecked',
    );
    await call('record-bank-details', 'officer-1', another);
    await carryOutNext('2026-05-25');
    expect(await stateOf('2026-05-04')).toBeUndefined();
  });

  test('is paid again once, to the account that was checked, and the books are even', async () => {
    await giveBack();
    await call('record-bank-details', 'officer-1', another);
    const check = { isConfirmed: true, how: 'By telephone, on the number that we hold.' };
    expect(refusalOf(await call('check-bank-details', 'officer-2', check))).toBeUndefined();
    const next = await carryOutNext('2026-04-27');
    const credits = readBacsFile(await fileOf(next)).records.filter(({ code }) => code === '99');
    expect(credits.map(({ account: to, pence }) => [to, pence])).toEqual([
      [another.accountNumber, 248_000],
      [another.accountNumber, 248_000],
    ]);
    expect(await stateOf(`AGAIN#${start}`)).toBe('sent');
    expect((await owed()).get('returned-payments')).toBe(0);
    expect((await owed()).get('bank')).toBe(-2 * 248_000);
    await carryOutNext('2026-05-25');
    const again = (await office.payments(agreementId)).filter(({ paysAgain }) => paysAgain);
    expect(again).toHaveLength(1);
  });

  test('leaves the file of its run as it was sent', async () => {
    const sent = await fileOf(runId);
    await giveBack();
    expect(await fileOf(runId)).toBe(sent);
  });

  test('comes back once', async () => {
    await giveBack();
    expect(refusalOf(await giveBack())).toBe('already-recorded');
    expect((await owed()).get('returned-payments')).toBe(-248_000);
  });

  test.each([
    ['2026-04-01', 'before it was paid'],
    ['2026-04-10', 'on a day to come'],
  ])('cannot have come back on %s, %s', async (on) => {
    expect(refusalOf(await giveBack(start, { on }))).toBe('invalid-input');
    expect(await stateOf(start)).toBe('sent');
  });

  test('of an agreement that has ended is paid again to another account too', async () => {
    const end = { lastDay: '2026-04-08', cause: 'asked-by-person', reason: 'She asked for it.' };
    const ended = { ...end, needsMetOtherwise: 'By the council.' };
    expect(refusalOf(await call('end-direct-payment', 'officer-1', ended))).toBeUndefined();
    await giveBack();
    expect(refusalOf(await call('record-bank-details', 'officer-1', another))).toBeUndefined();
    const check = { isConfirmed: true, how: 'By telephone, on the number that we hold.' };
    expect(refusalOf(await call('check-bank-details', 'officer-2', check))).toBeUndefined();
    await carryOutNext('2026-04-27');
    expect(await stateOf(`AGAIN#${start}`)).toBe('sent');
  });

  test("leaves an officer's stop as it is", async () => {
    const payStop = { kind: 'officer', by: 'officer-7', on: '2026-04-09' } as const;
    await office.change(agreementId, { payStop });
    await giveBack();
    expect((await office.head(agreementId)).payStop).toEqual(payStop);
  });
});

test('a payment that was not sent cannot come back', async () => {
  await office.select(runId);
  expect(refusalOf(await giveBack())).toBe('wrong-stage');
  expect(refusalOf(await giveBack('2026-06-01'))).toBe('wrong-stage');
  expect(await stateOf(start)).toBe('due');
});
