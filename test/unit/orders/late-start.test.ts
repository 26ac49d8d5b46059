import { beforeEach, describe, expect, test } from 'vitest';
import { noticeLate } from '#shared/domain/order/keep-order.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { OrderOffice, people, usualOrder } from '#test/support/order-office.ts';

let office: OrderOffice;
let order: object;

beforeEach(async () => {
  office = new OrderOffice();
  office.today = '2026-07-14';
  await office.authorise();
  order = { ...usualOrder, provider: { providerId: await office.provider() } };
});

const only = async () => {
  const [row] = await office.orders();
  if (!row) throw new Error('nothing was ordered');
  return row;
};

describe('a late start', () => {
  const tasks = async () => {
    const { council, tasks: queue } = office.desk.ports;
    const team = council.teams.find(({ kind }) => kind === 'brokerage')?.id ?? 'social-work';
    return (await queue.ofTeam(team, 10)).tasks;
  };

  test('is told to those who arrange support, once, with the day and the figures', async () => {
    await office.arrange([order]);
    expect(await office.sweep('2026-07-20')).toEqual({ taken: 0 });
    await office.sweep('2026-07-21');
    await office.sweep('2026-07-22');
    expect(await tasks()).toMatchObject([{ step: 'chase-late-start', due: '2026-07-21' }]);
    const last = await orderLog(office.table).last((await only()).orderId);
    expect(last).toMatchObject({
      type: 'order-late',
      body: { startsOn: '2026-07-20', lateDays: 1, weeklyPence: 18_000 },
    });
  });

  test('is over when the support starts', async () => {
    await office.arrange([order]);
    await office.sweep('2026-07-24');
    await office.start('2026-07-24');
    expect(await tasks()).toEqual([]);
  });

  test('is nobody’s to chase where the person has died', async () => {
    await office.arrange([order]);
    const state = (await orderLog(office.table).last((await only()).orderId))?.after;
    if (!state) throw new Error('no order');
    expect(noticeLate(state, '2026-07-21')).toMatchObject({ type: 'order-late' });
    expect(noticeLate({ ...state, diedOn: '2026-07-18' }, '2026-07-21')).toBeUndefined();
  });

  const move = async (startsOn: string) =>
    office.desk.asStaff(people.broker, 'move-order-start', {
      params: { orderId: (await only()).orderId },
      body: { startsOn, reason: 'The carer of the provider begins later.' },
    });

  test('is one of the day that is now planned, where that was moved with a reason', async () => {
    await office.arrange([order]);
    expect(await move('2026-08-03')).toMatchObject({ accepted: true });
    expect(await only()).toMatchObject({ startsOn: '2026-08-03' });
    expect(await office.sweep('2026-08-03')).toEqual({ taken: 0 });
    await office.sweep('2026-08-04');
    expect(await tasks()).toMatchObject([{ step: 'chase-late-start', due: '2026-08-04' }]);
  });

  test('is chased no more once another day is planned, and again if that passes too', async () => {
    await office.arrange([order]);
    await office.sweep('2026-07-21');
    await move('2026-07-27');
    expect(await tasks()).toEqual([]);
    await office.sweep('2026-07-28');
    expect(await tasks()).toMatchObject([{ due: '2026-07-28' }]);
    await office.start('2026-07-29');
    expect(await tasks()).toEqual([]);
  });

  test.each([
    ['to a day that is over', '2026-07-13', 'invalid-input'],
    ['to the day that is planned', '2026-07-20', 'already-recorded'],
  ])('is not put off by moving the start %s', async (_what, day, kind) => {
    await office.arrange([order]);
    expect(await move(day)).toMatchObject({ refusal: { kind } });
  });

  test('cannot be put off once the order has started', async () => {
    await office.arrange([order]);
    await office.start();
    expect(await move('2026-08-03')).toMatchObject({ refusal: { kind: 'wrong-stage' } });
  });

  test('is nobody’s to chase where support started on its day', async () => {
    await office.arrange([order]);
    await office.start();
    await office.sweep('2026-07-30');
    expect(await tasks()).toEqual([]);
    expect(await office.sweep('2026-07-31')).toEqual({ taken: 0 });
  });
});
