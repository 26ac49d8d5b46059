import { beforeEach, describe, expect, test } from 'vitest';
import { keepOrdersOf } from '#functions/orders/keep-orders.ts';
import { startLate } from '#shared/domain/order/keep-order.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { caseId, fundPlan, OrderOffice, people, usualOrder } from '#test/support/order-office.ts';
import { managedPlan, plan } from '#test/support/plan-states.ts';

let office: OrderOffice;
let providerId: string;

beforeEach(async () => {
  office = new OrderOffice();
  office.today = '2026-07-14';
  await office.authorise();
  providerId = await office.provider();
});

const order = (change: object = {}) => ({ ...usualOrder, provider: { providerId }, ...change });
const only = async () => {
  const [row] = await office.orders();
  if (!row) throw new Error('nothing was ordered');
  return row;
};
const stateOf = async (orderId: string) => (await orderLog(office.table).last(orderId))?.after;

describe('a service order', () => {
  test('has the price of the offer that holds on its first day, and the id of its arrangement', async () => {
    await office.arrange([order()]);
    const { orderId, status, paid } = await only();
    expect([status, paid]).toEqual(['ordered', 'on-actuals']);
    expect(await stateOf(orderId)).toMatchObject({
      providerName: 'Riverside',
      lines: [
        { lineId: 'day', unitPence: 4_500, pence: 9_000, offerId: 'sessions', firstDay: null },
        { lineId: 'help', unitPence: 4_500, pence: 9_000, offerId: 'sessions', firstDay: null },
      ],
      costs: { 'physical-disability': 18_000 },
    });
    expect(await findHead(office.table, orderId)).toBeUndefined();
  });

  test('from a provider that is known by its name alone is kept, and paid elsewhere', async () => {
    await office.arrange([order({ provider: { name: 'Riverside' } })]);
    expect(await only()).toMatchObject({ paid: 'elsewhere', providerName: 'Riverside' });
    await office.start();
    const { orderId, startedOn } = await only();
    expect(startedOn).toBe('2026-07-20');
    expect(await findHead(office.table, orderId)).toBeUndefined();
  });

  const price = (unitPence: number, reason?: string) =>
    ['day', 'help'].map((lineId) => ({ lineId, unitPence, ...(reason && { reason }) }));

  test.each([
    ['a provider that nobody entered', { provider: { providerId: 'nobody0000000' } }, 'not-found'],
    ['a first day on which nothing is offered', { startsOn: '2026-03-01' }, 'price-not-offered'],
    ['a sum that its lines do not come to', { weeklyPence: 17_000 }, 'line-cost-differs'],
    ['a price above the offer without a reason', { prices: price(4_600) }, 'reason-needed'],
    [
      'more than was authorised, for whatever reason',
      { prices: price(4_600, 'Two carers.'), weeklyPence: 18_400 },
      'parts-do-not-add-up',
    ],
    ['payment ahead for a managed part', { paid: 'in-advance' }, 'invalid-input'],
    ['payment of a name', { provider: { name: 'R' }, paid: 'on-actuals' }, 'invalid-input'],
    [
      'a retainer above its price',
      { retainer: { weeklyPence: 18_001, weeksMax: 4 } },
      'parts-do-not-add-up',
    ],
  ])('is refused for %s, and nothing is written', async (_what, change, kind) => {
    const before = office.table.items.length;
    expect(await office.arrange([order(change)])).toMatchObject({ refusal: { kind } });
    expect(office.table.items.length).toBe(before);
  });

  test('is bought below the offer without further words', async () => {
    await office.arrange([order({ prices: price(4_000), weeklyPence: 16_000 })]);
    expect(await only()).toMatchObject({ weeklyPence: 16_000 });
  });

  test('has its actual first day from the start of support, however often that is followed', async () => {
    await office.arrange([order()]);
    await office.start('2026-07-22');
    await office.follow();
    const { orderId, status, startsOn, startedOn } = await only();
    expect([status, startsOn, startedOn]).toEqual(['started', '2026-07-20', '2026-07-22']);
    expect((await orderLog(office.table).last(orderId))?.sequence).toBe(2);
    expect(await findHead(office.table, orderId)).toMatchObject({
      providerId,
      weeklyPence: 0,
      startsOn: '2026-07-22',
      costs: { 'physical-disability': 18_000 },
    });
  });

  test('ends with the case, on the last day of its support', async () => {
    await office.arrange([order()]);
    await office.start();
    const last = await office.desk.ports.cases.last(caseId);
    if (!last) throw new Error('no case');
    const after = {
      ...last.after,
      status: 'closed',
      closedOn: '2026-09-01',
      outcome: 'x',
    } as const;
    const body = { supportEndedOn: '2026-08-31' };
    await keepOrdersOf({ ...last, type: 'case-closed', body, after }, office.desk.ports);
    expect(await only()).toMatchObject({ status: 'ended', lastDay: '2026-08-31' });
  });

  test('of the plan before ends on the day before the new one starts, or never starts', async () => {
    await office.arrange([order()]);
    const last = await office.desk.ports.cases.last(caseId);
    if (!last) throw new Error('no case');
    const body = { planVersion: 9, startedOn: '2026-09-07', lines: [] };
    const superseding = { ...last, type: 'support-started', body };
    await keepOrdersOf(superseding, office.desk.ports);
    expect(await only()).toMatchObject({ status: 'cancelled', lastDay: null });
  });
});

describe('an Individual Service Fund', () => {
  const [part] = fundPlan.parts;
  const net = WrittenPlan.parse({ ...fundPlan, parts: [{ ...part, contribution: 'net' }] });

  test('that takes the contribution itself is not paid in full besides', async () => {
    const other = new OrderOffice();
    other.today = '2026-07-14';
    await other.authorise(net);
    const provider = { providerId: await other.provider() };
    const reply = await other.arrange([{ ...usualOrder, provider }]);
    expect(reply).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/orders/0/provider' },
    });
    const byName = { ...usualOrder, provider: { name: 'Riverside' } };
    expect(await other.arrange([byName])).toMatchObject({ accepted: true });
  });

  test('may be paid four weeks ahead, from its actual start to the account of its provider', async () => {
    const other = new OrderOffice();
    const orderId = await other.untilFundStarted();
    expect(await findHead(other.table, orderId)).toMatchObject({
      weeklyPence: 18_000,
      startsOn: '2026-07-20',
      paidThrough: '2026-07-19',
    });
  });
});

describe('a line that is bought once', () => {
  const [, flooring] = plan.lines;
  const funding = { funder: 'council', partId: 'managed', costCentre: 'physical-disability' };
  const withFlooring = WrittenPlan.parse({
    ...managedPlan,
    lines: [...managedPlan.lines, { ...flooring, funding }],
  });
  const begin = (orderId: string, lineId: string, firstDay: string) =>
    other.desk.asStaff(people.broker, 'start-order-line', {
      params: { orderId },
      body: { lineId, firstDay },
    });
  let other: OrderOffice;
  let orderId: string;

  beforeEach(async () => {
    other = new OrderOffice();
    other.today = '2026-07-14';
    await other.authorise(withFlooring);
    const provider = { providerId: await other.provider() };
    const reason = 'The only firm that comes within a month.';
    const bought = {
      lineIds: ['day', 'help', 'flooring'],
      oneOffPence: 85_000,
      prices: [{ lineId: 'flooring', unitPence: 85_000, reason }],
    };
    await other.arrange([{ ...usualOrder, ...bought, provider }]);
    await other.start();
    orderId = (await other.orders())[0]?.orderId ?? '';
  });

  test('has its own day when it came later than the rest', async () => {
    other.today = '2026-08-03';
    expect(await begin(orderId, 'flooring', '2026-08-03')).toMatchObject({
      value: { body: { startedOn: '2026-07-20', lines: [{}, {}, { firstDay: '2026-08-03' }] } },
    });
  });

  test.each([
    ['a day to come', 'flooring', '2026-07-21', 'invalid-input'],
    ['a day before both keys', 'flooring', '2026-07-12', 'two-keys-missing'],
    ['a line that began with the rest', 'day', '2026-07-20', 'already-recorded'],
    ['a line that was not ordered', 'ramp', '2026-07-20', 'invalid-input'],
  ])('is not told of %s', async (_what, lineId, day, kind) => {
    expect(await begin(orderId, lineId, day)).toMatchObject({ refusal: { kind } });
  });

  test('begins on no day after a death or before the eighteenth birthday', async () => {
    const state = await orderLog(other.table).last(orderId);
    if (!state) throw new Error('no order');
    const moment = { actor: people.broker, today: '2026-08-03', event: 4 };
    const begun = (change: object) =>
      startLate(
        { ...state.after, ...change },
        { lineId: 'flooring', firstDay: '2026-08-03' },
        moment,
      );
    expect(begun({ diedOn: '2026-08-03' })).toMatchObject({ accepted: true });
    expect(begun({ diedOn: '2026-08-02' })).toMatchObject({ refusal: { kind: 'death-recorded' } });
    expect(begun({ notBefore: '2026-08-04' })).toMatchObject({
      refusal: { kind: 'before-eighteenth-birthday' },
    });
  });
});

test('More orders than are written at once are refused, and nothing is written', async () => {
  const [line] = managedPlan.lines;
  const ids = Array.from({ length: 40 }, (_, place) => `day-${place}`);
  const cheap = { unitPence: 100, weeklyPence: 200 };
  const [, help] = managedPlan.lines;
  const lines = [help, ...ids.map((id) => ({ ...line, ...cheap, id }))];
  const many = new OrderOffice();
  many.today = '2026-07-14';
  await many.authorise(WrittenPlan.parse({ ...managedPlan, lines }));
  const from = { ...usualOrder, provider: { name: 'Riverside' } };
  const orders = [
    { ...from, lineIds: ['help'], weeklyPence: 9_000 },
    ...ids.map((id) => ({ ...from, lineIds: [id], weeklyPence: 200 })),
  ];
  const before = [...many.table.items];
  expect(await many.arrange(orders)).toMatchObject({ refusal: { kind: 'limit-reached' } });
  expect(many.table.items).toEqual(before);
  const together = [
    orders[0] ?? {},
    ...ids
      .slice(0, 20)
      .map((id, place) => ({ ...from, lineIds: [id, `day-${place + 20}`], weeklyPence: 400 })),
  ];
  expect(await many.arrange(together)).toMatchObject({ accepted: true });
});
