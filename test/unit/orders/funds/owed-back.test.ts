import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import type { Staff } from '#test/support/office.ts';
import { OrderOffice, people } from '#test/support/order-office.ts';

// A fund of 180.00 a week from 20 July: one week of the period from 29 June, and all of that from 27 July.

let office: OrderOffice;
let orderId: string;

beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilFundStarted();
});

const owedBack = async () =>
  (await office.done(people.officer, 'read-order', { params: { orderId } }))['owedBack'];
const sums = async () => {
  const by = await office.balances(orderId);
  return (['commissioned-care', 'reclaims-owed', 'written-off', 'bank'] as const).map(
    (each) => by.get(each) ?? 0,
  );
};
const receive = (pence: number, reference = 'BGC 4711') =>
  office.desk.asStaff(people.officer, 'record-owed-back-received', {
    params: { orderId },
    body: { pence, reference, on: office.desk.today },
  });
const giveUp = (pence: number, cause = 'cannot-be-recovered') =>
  office.desk.asStaff(people.officer, 'propose-owed-back-write-off', {
    params: { orderId },
    body: { pence, cause, reasons: 'The organisation is wound up.' },
  });
const decide = (verdict = 'approved', by: Staff = people.checker) =>
  office.desk.asStaff(by, 'decide-owed-back-write-off', {
    params: { orderId },
    body: { verdict, comment: 'Compared with the letters.' },
  });
const finance = async () => {
  const team = office.desk.ports.council.teams.find(({ kind }) => kind === 'finance');
  const { tasks } = await office.desk.ports.tasks.ofTeam(team?.id ?? '', 20);
  return tasks.map(({ step }) => step).filter((step) => step.endsWith('reclaim'));
};

/** Nine days of the period from 27 July, which was paid for 28: nineteen days at 180.00 by the week. */
const nineDays = 23_143;
const nineteenDays = 72_000 - nineDays;

beforeEach(async () => {
  await office.run('2026-07-21');
  office.today = '2026-08-10';
  await office.noteDeath('2026-08-04');
  await office.sweep('2026-08-10');
});

describe('what a fund was paid past its last day', () => {
  test('is looked after by finance once it is late, and no more once it has come', async () => {
    const { payBy } = Object(await owedBack());
    await office.sweep(payBy);
    expect(await finance()).toEqual([]);
    await office.sweep(addDays(payBy, 1));
    expect(await finance()).toEqual(['chase-reclaim']);
    await receive(nineteenDays);
    expect(await finance()).toEqual([]);
    await office.sweep(addDays(payBy, 2));
    expect(await finance()).toEqual([]);
  });

  test('that was paid in time concerns nobody', async () => {
    const { payBy } = Object(await owedBack());
    await receive(nineteenDays);
    await office.sweep(addDays(payBy, 1));
    expect(await finance()).toEqual([]);
  });

  test('is given up by two people as lost, and costs no support', async () => {
    await giveUp(nineteenDays);
    expect(await finance()).toEqual(['decide-reclaim']);
    expect(await decide('approved', { ...people.officer, role: 'finance-approver' })).toMatchObject(
      {
        refusal: { kind: 'same-person' },
      },
    );
    expect(await decide()).toMatchObject({ accepted: true });
    expect(await finance()).toEqual([]);
    expect(await sums()).toEqual([18_000 + nineDays, 0, nineteenDays, -90_000]);
    expect(await receive(1)).toMatchObject({ refusal: { kind: 'above-what-is-owed' } });
  });

  test('is a cost of the support again where it was never owed', async () => {
    await giveUp(10_000, 'challenge-upheld');
    await decide();
    expect(await sums()).toEqual([28_000 + nineDays, nineteenDays - 10_000, 0, -90_000]);
    expect(await owedBack()).toMatchObject({ neverOwedPence: 10_000 });
  });

  test('is still owed where that was rejected, and no more is given up than is owed', async () => {
    expect(await giveUp(nineteenDays + 1)).toMatchObject({
      refusal: { kind: 'above-what-is-owed', pointer: '/pence' },
    });
    expect(await decide()).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    await giveUp(nineteenDays);
    expect(await giveUp(1)).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    await receive(1);
    expect(await decide()).toMatchObject({ refusal: { kind: 'above-what-is-owed' } });
    expect(await decide('rejected')).toMatchObject({ accepted: true });
    expect((await sums())[1]).toBe(nineteenDays - 1);
  });
});

describe('a fund that goes on after a death which was recorded in error', () => {
  test.each([
    ['lost', 'cannot-be-recovered'],
    ['never owed', 'challenge-upheld'],
  ])('is paid for each day once, though some of it was given up as %s', async (_why, cause) => {
    await giveUp(15_000, cause);
    await decide();
    await receive(10_000);
    await office.takeDeathBack();
    expect(await owedBack()).toMatchObject({ pence: 0, bookedPence: 0, receivedPence: 0 });
    await office.run('2026-08-17');
    expect(await sums()).toEqual([162_000, 0, 0, -162_000]);
  });
});
