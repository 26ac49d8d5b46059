import { beforeEach, describe, expect, test } from 'vitest';
import { actualsOfCase } from '#shared/stores/money/orders/actual-store.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { caseId, OrderOffice, people } from '#test/support/order-office.ts';

// A place that is kept at 70.00 a week, for two weeks at most, in the periods from 27 July and 24 August.

const [second, third] = ['2026-07-27', '2026-08-24'];
const limit = { refusal: { kind: 'limit-reached', pointer: '/awayDays' } };
let office: OrderOffice;
let orderId: string;
beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilStarted({ retainer: { weeklyPence: 7_000, weeksMax: 2 } });
  office.today = '2026-09-21';
});

const away = (periodStart: string, awayDays: number, more: object = {}) =>
  office.deliver(orderId, periodStart, [0, 0], { awayDays, ...more });
const stateOf = async () => (await orderLog(office.table).last(orderId))?.after;
const kept = async () => (await stateOf())?.periods.map(({ payablePence }) => payablePence);

describe('A place is kept', () => {
  test('by the day, and is no care of which the person pays a share', async () => {
    await office.deliver(orderId, second, [600, 600], { awayDays: 7 });
    const range = { from: second, to: second };
    expect(await actualsOfCase(office.table, caseId, range)).toMatchObject([
      { deliveredPence: 54_000 },
    ]);
    const params = { orderId };
    expect(await office.done(people.officer, 'read-order', { params })).toMatchObject({
      periods: [{ payablePence: 61_000, awayDays: 7 }],
    });
  });

  test('over the end of a period, by the days of each, and no longer than its weeks in all', async () => {
    await away(second, 10);
    expect(await away(third, 5)).toMatchObject(limit);
    await away(third, 4);
    expect(await kept()).toEqual([10_000, 4_000]);
  });

  test('in several stays together, and a correction of one leaves days for another', async () => {
    await away(second, 14);
    expect(await away(third, 1)).toMatchObject(limit);
    const corrects = (await stateOf())?.periods[0]?.event;
    await away(second, 9, { corrects, reason: 'She came home on the Wednesday.' });
    await away(third, 5);
    expect(await kept()).toEqual([9_000, 5_000]);
  });

  test('in a stay up to the day of the death, and on none after it', async () => {
    await office.noteDeath('2026-08-05');
    const tooLong = { refusal: { kind: 'invalid-input', pointer: '/awayDays' } };
    expect(await away(second, 11)).toMatchObject(tooLong);
    await away(second, 10);
    expect(await kept()).toEqual([10_000]);
    expect(await away(third, 1)).toMatchObject({ refusal: { kind: 'death-recorded' } });
  });
});
