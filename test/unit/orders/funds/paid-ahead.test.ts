import { beforeEach, describe, expect, test } from 'vitest';
import { keepOrdersOf } from '#functions/orders/keep-orders.ts';
import { accounts, caseId, OrderOffice, people } from '#test/support/order-office.ts';

// A fund of 180.00 a week from 20 July: one week of the period from 29 June, and all of that from 27 July.

let office: OrderOffice;
let orderId: string;
let providerId: string;

beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilFundStarted();
  providerId = (await office.orders())[0]?.providerId ?? '';
});

async function endOn(lastDay: string) {
  const last = await office.desk.ports.cases.last(caseId);
  if (!last) throw new Error('no case');
  const after = { ...last.after, status: 'closed', closedOn: lastDay, outcome: 'x' } as const;
  const body = { supportEndedOn: lastDay };
  await keepOrdersOf({ ...last, type: 'case-closed', body, after }, office.desk.ports);
}

const owedBack = async () =>
  (await office.done(people.officer, 'read-order', { params: { orderId } }))['owedBack'];
const sums = async () => {
  const by = await office.balances(orderId);
  return (['commissioned-care', 'reclaims-owed', 'bank'] as const).map((each) => by.get(each) ?? 0);
};
const amounts = async () =>
  (await office.pay.payments(orderId)).map(({ name, amountPence, state }) => [
    name,
    amountPence,
    state,
  ]);
const receive = (pence: number, reference = 'BGC 4711') =>
  office.desk.asStaff(people.officer, 'record-owed-back-received', {
    params: { orderId },
    body: { pence, reference, on: office.desk.today },
  });

/** Nine days of the period from 27 July, which was paid for 28: nineteen days at 180.00 by the week. */
const nineDays = 23_143;
const nineteenDays = 72_000 - nineDays;

describe('a fund that was paid past its last day', () => {
  beforeEach(async () => {
    await office.run('2026-07-21');
    office.today = '2026-08-10';
    await endOn('2026-08-04');
  });

  test('owes the days back, which is booked once no payment follows', async () => {
    expect(await owedBack()).toEqual({ pence: nineteenDays, bookedPence: 0, receivedPence: 0 });
    await office.sweep('2026-08-10');
    await office.sweep('2026-08-11');
    expect(await owedBack()).toMatchObject({ bookedPence: nineteenDays });
    expect(await sums()).toEqual([18_000 + nineDays, nineteenDays, -90_000]);
  });

  test('pays it back once for each reference, and no more than is owed', async () => {
    expect(await receive(1)).toMatchObject({ refusal: { kind: 'above-what-is-owed' } });
    await office.sweep('2026-08-10');
    await receive(40_000);
    expect(await receive(8_000)).toMatchObject({ refusal: { kind: 'already-recorded' } });
    expect(await receive(nineteenDays, 'BGC 2')).toMatchObject({
      refusal: { kind: 'above-what-is-owed' },
    });
    await receive(nineteenDays - 40_000, 'BGC 2');
    expect(await owedBack()).toMatchObject({ receivedPence: nineteenDays });
    expect((await sums())[1]).toBe(0);
  });

  test('is paid for no later day by any run', async () => {
    await office.run('2026-09-14');
    expect((await amounts()).map(([, pence]) => pence)).toEqual([72_000, 18_000]);
  });
});

describe('a fund with a payment that follows its last day', () => {
  const enter = (account: object) =>
    office.done(people.officer, 'record-provider-account', {
      params: { providerId },
      body: account,
    });

  test('has it taken off what a stop had withheld, and nothing is booked', async () => {
    await office.pay.fire('2026-07-21');
    const runId = (await office.pay.runs())[0]?.runId ?? '';
    await office.pay.select(runId);
    await office.pay.decide(runId, 'approved');
    await enter(accounts[1]);
    await office.pay.send(runId);
    office.today = '2026-08-10';
    await endOn('2026-08-04');
    await office.sweep('2026-08-10');
    await office.check(providerId);
    await office.run('2026-08-17');
    await office.sweep('2026-08-24');
    expect(await owedBack()).toMatchObject({ pence: nineteenDays, bookedPence: 0 });
    expect(await sums()).toEqual([18_000 + nineDays, 0, -(18_000 + nineDays)]);
  });

  test('has it taken off what came back from the bank, which was owed no more', async () => {
    await office.run('2026-07-21');
    office.today = '2026-08-10';
    await office.done(people.officer, 'return-order-payment', {
      params: { orderId, name: '2026-07-27' },
      body: { on: '2026-08-03', reason: 'B' },
    });
    await endOn('2026-08-04');
    await enter(accounts[1]);
    await office.check(providerId);
    await office.run('2026-08-17');
    expect((await amounts())[0]).toEqual(['AGAIN#2026-07-27', nineDays, 'sent']);
    expect((await sums())[0]).toBe(18_000 + nineDays);
  });
});

describe('a fund whose person has died', () => {
  beforeEach(async () => {
    await office.run('2026-07-21');
    office.today = '2026-08-10';
    await office.noteDeath('2026-08-04');
  });

  test('owes back what was paid for the days after', async () => {
    await office.sweep('2026-08-10');
    expect(await sums()).toEqual([18_000 + nineDays, nineteenDays, -90_000]);
  });

  test('goes on after a death that was recorded in error, as if nothing had been', async () => {
    await office.sweep('2026-08-10');
    await receive(10_000);
    await office.takeDeathBack();
    expect(await owedBack()).toMatchObject({ pence: 0, bookedPence: 0, receivedPence: 0 });
    await office.run('2026-08-17');
    const [care, owed, bank] = await sums();
    expect([care, owed, bank]).toEqual([162_000, 0, -162_000]);
  });

  test('is paid for the days until then once these were recorded, and for no other', async () => {
    await office.takeDeathBack();
    await office.run('2026-08-17');
    expect((await amounts()).map(([, pence]) => pence)).toEqual([72_000, 72_000, 18_000]);
    await office.noteDeath('2026-09-30');
    await office.run('2026-10-12');
    expect((await amounts()).map(([name]) => name)).not.toContain('2026-09-21');
    await office.deliver(orderId, '2026-09-21', [300, 300]);
    await office.run('2026-11-09');
    // Ten days of the period from 21 September.
    expect((await amounts())[0]).toEqual(['2026-09-21', 25_715, 'sent']);
  });
});
