import { beforeEach, expect, test } from 'vitest';
import { catchUpCommitment } from '#functions/cost-centres/catch-up-commitment.ts';
import { catchUpOrders } from '#functions/orders/catch-up-orders.ts';
import { sweepMoney } from '#functions/payments/daily/sweep-money.ts';
import { costOfDays } from '#shared/domain/cost-centre/cost-curve.ts';
import { commitmentsOfCentres } from '#shared/stores/money/cost-centres/commitment-store.ts';
import { ordersOfProvider } from '#shared/stores/money/orders/order-store.ts';
import type { Item } from '#shared/stores/table/table.ts';
import { caseId, OrderOffice, usualOrder } from '#test/support/order-office.ts';

// Support of 180.00 a week, arranged and started while nobody counted it and providers had no list.

const costCentre = 'physical-disability';
let office: OrderOffice;
let providerId: string;
beforeEach(async () => {
  office = new OrderOffice();
  office.today = '2026-07-14';
  await office.authorise();
  providerId = await office.provider();
  const cover = { providerId, weeklyPence: 12_000, from: '2026-07-14', lastDay: '2026-07-18' };
  await office.arrange([{ ...usualOrder, provider: { providerId }, paidInterim: cover }]);
  const { desk } = office;
  await office.done({ id: 'broker-1', role: 'adviser' }, 'start-support', {
    params: { caseId },
    body: { lines: ['day', 'help'].map((lineId) => ({ lineId, firstDay: '2026-07-14' })) },
  });
  // As earlier versions left it: no parts by cost centre, no list of a provider, no day on which orders end.
  for (const item of office.table.items) {
    if (item.sk.startsWith('MONEY-DUE#order-over')) await office.table.write([{ delete: item }]);
    if (/^(ORDER|EVENT)#/.test(item.sk) && item.pk.startsWith('CASE#')) {
      await office.table.write([{ put: withoutLater(item) }]);
    }
  }
  expect((await desk.ports.cases.last(caseId))?.type).toBe('support-started');
});

function withoutLater(item: Item): Item {
  const later = ['costs', 'gsi1pk', 'gsi1sk'];
  return JSON.parse(JSON.stringify(item), (name, value) =>
    later.includes(name) ? undefined : value,
  );
}

const written = { isWritten: true } as const;
const checked = { isWritten: false } as const;
const weekly = async () => {
  const [centre] = await commitmentsOfCentres(office.table, [costCentre]);
  return centre && costOfDays(centre.value, '2026-08-03', '2026-08-09');
};

test('What nobody counted is told of first, and nothing is written', async () => {
  const before = [...office.table.items];
  expect(await catchUpCommitment(caseId, office.desk.ports, checked)).toBe(1);
  expect(await catchUpOrders(caseId, office.desk.ports, checked)).toBe(2);
  expect(office.table.items).toEqual(before);
});

test('A plan that nobody counted is borne by its cost centre once, however often it is asked for', async () => {
  for (const missing of [1, 0]) {
    expect(await catchUpCommitment(caseId, office.desk.ports, written)).toBe(missing);
    expect(await weekly()).toBe(18_000);
  }
});

test('Orders come to stand among those of their provider, and end on the day after their last', async () => {
  expect(await catchUpOrders(caseId, office.desk.ports, written)).toBe(2);
  expect(await catchUpOrders(caseId, office.desk.ports, written)).toBe(0);
  const page = { limit: 10, startAfter: undefined };
  const { orders } = await ordersOfProvider(office.table, providerId, page);
  expect(orders).toHaveLength(2);
  office.today = '2026-07-19';
  await sweepMoney({ ...office.desk.ports, bus: { publish: async () => {} } });
  const interim = (await office.orders()).find(({ weeklyPence }) => weeklyPence === 12_000);
  expect(interim).toMatchObject({ status: 'ended', lastDay: '2026-07-18' });
});
