import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { accounts, OrderOffice, people, usualOrder } from '#test/support/order-office.ts';

// Help of 90.00 a week from 14 July until support is planned to start on 20 July.

const { broker } = people;
let office: OrderOffice;
let other: string;
let main: string;
let interim: string;
beforeEach(async () => {
  office = new OrderOffice();
  office.today = '2026-07-14';
  await office.authorise();
  const providerId = await office.provider();
  other = await office.provider(4_500, accounts[1]);
  const help = { providerId, weeklyPence: 9_000, from: '2026-07-14', lastDay: '2026-07-19' };
  await office.arrange([{ ...usualOrder, provider: { providerId }, paidInterim: help }]);
  const rows = await office.orders();
  main = rows.find(({ weeklyPence }) => weeklyPence === 18_000)?.orderId ?? '';
  interim = rows.find(({ weeklyPence }) => weeklyPence === 9_000)?.orderId ?? '';
  const body = {
    by: 'provider',
    on: '2026-07-14',
    lastDay: '2026-07-15',
    reason: 'Nobody is left.',
  };
  await office.done(broker, 'hand-back-order', { params: { orderId: interim }, body });
});

const usual = {
  weeklyPence: 9_000,
  oneOffPence: 0,
  startsOn: '2026-07-16',
  interimCover: 'Her sister stays the night.',
};
const replace = (more: object = {}) =>
  office.desk.asStaff(broker, 'replace-order', {
    params: { orderId: interim },
    body: { ...usual, provider: { providerId: other }, ...more },
  });
const stateOf = async (id: string) => (await orderLog(office.table).last(id))?.after;
const refused = (reply: Reply) => (reply.accepted ? {} : reply.refusal);
const tasks = () =>
  office.table.items.filter(
    ({ sk, team }) => sk.startsWith('DESK#rearrange-care') && team !== undefined,
  );

describe('help until support starts that is handed back', () => {
  test('is given by another provider, no longer than it was ordered for', async () => {
    expect(tasks()).toHaveLength(1);
    expect((await replace()).accepted).toBe(true);
    expect(tasks()).toEqual([]);
    const next = (await stateOf(interim))?.handedBack?.replacedBy ?? '';
    expect(await stateOf(next)).toMatchObject({
      status: 'ordered',
      providerId: other,
      weeklyPence: 9_000,
      startsOn: '2026-07-16',
      lastDay: '2026-07-19',
      follows: { orderId: interim, lastDay: '2026-07-15' },
    });
    office.today = '2026-07-17';
    const params = { orderId: next };
    const begin = (firstDay: string) =>
      office.desk.asStaff(broker, 'start-order-line', {
        params,
        body: { lineId: 'interim', firstDay },
      });
    expect(refused(await begin('2026-07-15'))).toMatchObject({ kind: 'invalid-input' });
    expect((await begin('2026-07-16')).accepted).toBe(true);
    await office.start('2026-07-18');
    expect(await stateOf(next)).toMatchObject({ status: 'ended', lastDay: '2026-07-17' });
    expect(await stateOf(main)).toMatchObject({ status: 'started' });
  });

  test.each([
    ['on a day of the help before it', { startsOn: '2026-07-15' }, 'invalid-input', '/startsOn'],
    ['after its last day', { startsOn: '2026-07-20' }, 'wrong-stage', '/startsOn'],
    ['for more', { weeklyPence: 9_001 }, 'parts-do-not-add-up', '/weeklyPence'],
    ['for nothing', { weeklyPence: 0 }, 'invalid-input', '/weeklyPence'],
    ['with something bought once', { oneOffPence: 1 }, 'invalid-input', '/oneOffPence'],
    ['from a name alone', { provider: { name: 'Somebody' } }, 'not-found', '/provider'],
    ['paid ahead', { paid: 'in-advance' }, 'invalid-input', '/paid'],
  ])('is ordered anew not %s, and nothing is written', async (_how, more, kind, pointer) => {
    const before = [...office.table.items];
    expect(refused(await replace(more))).toMatchObject({ kind, pointer });
    expect(office.table.items).toEqual(before);
  });
});
