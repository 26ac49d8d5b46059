import { beforeEach, describe, expect, test } from 'vitest';
import { keepOrdersOf } from '#functions/orders/keep-orders.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { accounts, caseId, OrderOffice, people, usualOrder } from '#test/support/order-office.ts';

// Care of 180.00 a week from 20 July, which its provider gives back on 3 August.

const { broker, officer } = people;
const second = '2026-07-27';
let office: OrderOffice;
let orderId: string;
let other: string;
beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilStarted();
  other = await office.provider(4_500, accounts[1]);
  office.today = '2026-08-03';
});

const handBack = (more: object = {}, id = orderId) =>
  office.desk.asStaff(broker, 'hand-back-order', {
    params: { orderId: id },
    body: { by: 'provider', on: '2026-08-03', reason: 'The branch closes.', ...more },
  });
const { partId: _part, lineIds: _lines, ...again } = usualOrder;
const replace = (more: object = {}, id = orderId) =>
  office.desk.asStaff(broker, 'replace-order', {
    params: { orderId: id },
    body: { ...again, provider: { providerId: other }, startsOn: '2026-08-17', ...more },
  });
const untilSixteenth = { lastDay: '2026-08-16' };
const stateOf = async (id: string) => (await orderLog(office.table).last(id))?.after;
const tasks = () =>
  office.table.items
    .filter(({ sk, team }) => sk.startsWith('DESK#rearrange-care') && team !== undefined)
    .map(({ team, due, isUrgent }) => [team, due, isUrgent]);
const kind = (reply: Reply) => (reply.accepted ? 'accepted' : reply.refusal.kind);
async function replacement(more: object = {}): Promise<string> {
  const reply = await replace(more);
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return (await stateOf(orderId))?.handedBack?.replacedBy ?? '';
}
const begin = (id: string, firstDay: string, lineId: string) =>
  office.desk.asStaff(broker, 'start-order-line', {
    params: { orderId: id },
    body: { lineId, firstDay },
  });

describe('care that a provider gives back', () => {
  test('goes on to its last day, and is to be arranged anew by then', async () => {
    expect(kind(await handBack(untilSixteenth))).toBe('accepted');
    expect(await stateOf(orderId)).toMatchObject({
      status: 'started',
      lastDay: '2026-08-16',
      handedBack: { by: 'provider', on: '2026-08-03' },
    });
    expect(tasks()).toEqual([['brokerage', '2026-08-16', false]]);
    await office.sweep('2026-08-16');
    expect(await stateOf(orderId)).toMatchObject({ status: 'started' });
  });

  test('ends on its last day by itself, and the person’s own team is told where nobody follows', async () => {
    await handBack(untilSixteenth);
    await office.sweep('2026-08-17');
    expect(await stateOf(orderId)).toMatchObject({ status: 'ended', lastDay: '2026-08-16' });
    const team = (await office.desk.ports.cases.last(caseId))?.after.team;
    expect(tasks()).toContainEqual([team, '2026-08-17', true]);
    await office.sweep('2026-08-18');
    expect(tasks()).toHaveLength(2);
    await replace({ startsOn: '2026-08-19' });
    expect(tasks()).toEqual([]);
  });

  test('without a last day ends after the notice of its offer', async () => {
    const params = { providerId: other };
    const offer = { component: 'Day Support', unit: 'session', unitPence: 4_500 };
    const offers = [{ id: 'monthly', ...offer, from: '2026-08-01', noticeDays: 28 }];
    const known = { id: 'sessions', ...offer, from: '2026-04-01', until: '2026-08-03' };
    await office.done(officer, 'set-offers', { params, body: { offers: [known, ...offers] } });
    expect(kind(await handBack())).toBe('invalid-input');
    await handBack(untilSixteenth);
    const next = await replacement();
    office.today = '2026-08-17';
    await begin(next, '2026-08-17', 'day');
    expect(kind(await handBack({ on: '2026-08-17' }, next))).toBe('accepted');
    expect(await stateOf(next)).toMatchObject({ noticeDays: 28, lastDay: '2026-09-14' });
  });

  test('for an earlier day than was said first is asked for once, by that day', async () => {
    await handBack(untilSixteenth);
    await handBack({ lastDay: '2026-08-09' });
    expect(tasks()).toEqual([['brokerage', '2026-08-09', false]]);
    await replace({ startsOn: '2026-08-10' });
    expect(tasks()).toEqual([]);
  });

  test.each([
    ['before it began', { lastDay: '2026-07-19' }, 'invalid-input'],
    ['on a day to come', { on: '2026-08-04', ...untilSixteenth }, 'invalid-input'],
  ])('is not given back %s', async (_what, change, refused) => {
    expect(kind(await handBack(change))).toBe(refused);
    expect(tasks()).toEqual([]);
  });

  test('before its first day never begins, and is asked for by the planned one', async () => {
    await handBack(untilSixteenth);
    const next = await replacement();
    expect(kind(await handBack({ on: '2026-08-03' }, next))).toBe('accepted');
    expect(await stateOf(next)).toMatchObject({ status: 'cancelled' });
    expect(tasks()).toEqual([['brokerage', '2026-08-17', false]]);
    expect(kind(await replace({ startsOn: '2026-08-17' }, next))).toBe('accepted');
    expect(tasks()).toEqual([]);
  });

  test('is asked for no more once a new plan starts or the case ends', async () => {
    await handBack(untilSixteenth);
    await office.sweep('2026-08-17');
    const last = await office.desk.ports.cases.last(caseId);
    if (!last) throw new Error('no case');
    const body = { planVersion: 9, startedOn: '2026-08-20', lines: [] };
    await keepOrdersOf({ ...last, type: 'support-started', body }, office.desk.ports);
    expect(tasks()).toEqual([]);
    expect(kind(await replace({ startsOn: '2026-08-21' }))).toBe('wrong-stage');
  });

  test('is asked for no more after a death, and again after one in error', async () => {
    await handBack(untilSixteenth);
    await office.noteDeath('2026-08-02');
    expect(tasks()).toEqual([]);
    expect(kind(await replace())).toBe('death-recorded');
    await office.takeDeathBack();
    await office.sweep('2026-08-17');
    expect(tasks()).toMatchObject([[expect.anything(), '2026-08-17', true]]);
  });
});

describe('the order that takes its place', () => {
  test('begins on its own actual day, and each day is paid to one provider', async () => {
    await handBack(untilSixteenth);
    const next = await replacement();
    expect(await stateOf(next)).toMatchObject({
      status: 'ordered',
      follows: { orderId, lastDay: '2026-08-16' },
    });
    expect(tasks()).toEqual([]);
    office.today = '2026-08-24';
    expect(kind(await begin(next, '2026-08-16', 'day'))).toBe('invalid-input');
    for (const lineId of ['day', 'help']) {
      expect(kind(await begin(next, '2026-08-17', lineId))).toBe('accepted');
    }
    await office.sweep('2026-08-24');
    // Twelve sessions were to come in its 21 days, and four in the seven of the other.
    expect(kind(await office.deliver(orderId, second, [600, 600]))).toBe('accepted');
    expect(kind(await office.deliver(next, second, [200, 200]))).toBe('accepted');
    const periods = [await stateOf(orderId), await stateOf(next)].map((each) => each?.periods[0]);
    expect(periods).toMatchObject([
      { from: second, to: '2026-08-16', plannedPence: 54_000 },
      { from: '2026-08-17', to: '2026-08-23', plannedPence: 18_000 },
    ]);
    await office.run('2026-09-14');
    const paid = [...(await office.pay.payments(orderId)), ...(await office.pay.payments(next))];
    expect(paid.map(({ amountPence }) => amountPence)).toEqual([54_000, 18_000]);
  });

  test('is late from the day after its planned first one', async () => {
    await handBack(untilSixteenth);
    const next = await replacement();
    await office.sweep('2026-08-18');
    expect(await stateOf(next)).toMatchObject({ lateOn: '2026-08-18' });
  });

  test('has paid help until it begins, with no day of either beside', async () => {
    await handBack(untilSixteenth);
    const cover = { providerId: other, weeklyPence: 12_000, from: '2026-08-17' };
    const paidInterim = { ...cover, lastDay: '2026-08-30' };
    const beside = { paidInterim: { ...paidInterim, from: '2026-08-16' } };
    expect(kind(await replace({ startsOn: '2026-08-31', ...beside }))).toBe('invalid-input');
    expect(kind(await replace({ startsOn: '2026-08-30', paidInterim }))).toBe('invalid-input');
    const next = await replacement({ startsOn: '2026-08-31', paidInterim });
    expect(await stateOf(next)).toMatchObject({ follows: { lastDay: '2026-08-30' } });
    const interim = (await office.orders()).find(({ weeklyPence }) => weeklyPence === 12_000);
    expect(interim).toMatchObject({ status: 'ordered', startedOn: null, lastDay: '2026-08-30' });
    office.today = '2026-08-17';
    expect(kind(await begin(interim?.orderId ?? '', '2026-08-17', 'interim'))).toBe('accepted');
    await office.sweep('2026-08-31');
    expect(await stateOf(interim?.orderId ?? '')).toMatchObject({ status: 'ended' });
  });

  test('is asked to begin sooner where the care before it ends before it was to, and may', async () => {
    await handBack(untilSixteenth);
    const next = await replacement();
    expect(kind(await handBack({ lastDay: '2026-08-09' }))).toBe('accepted');
    expect(await stateOf(orderId)).toMatchObject({
      lastDay: '2026-08-09',
      handedBack: { replacedBy: next },
    });
    expect(tasks()).toEqual([['brokerage', '2026-08-09', false]]);
    expect(kind(await replace())).toBe('already-recorded');
    await office.sweep('2026-08-12');
    expect(kind(await begin(next, '2026-08-09', 'day'))).toBe('invalid-input');
    expect(kind(await begin(next, '2026-08-10', 'day'))).toBe('accepted');
    expect(tasks()).toEqual([]);
  });

  test('begins no sooner where paid help is ordered in between, nor does that', async () => {
    await handBack(untilSixteenth);
    const cover = { providerId: other, weeklyPence: 12_000, from: '2026-08-17' };
    const paidInterim = { ...cover, lastDay: '2026-08-30' };
    const next = await replacement({ startsOn: '2026-08-31', paidInterim });
    const interim = (await office.orders()).find(({ weeklyPence }) => weeklyPence === 12_000);
    await handBack({ lastDay: '2026-08-09' });
    office.today = '2026-08-12';
    expect(kind(await begin(next, '2026-08-10', 'day'))).toBe('invalid-input');
    const { orderId: id = '' } = interim ?? {};
    expect(kind(await begin(id, '2026-08-09', 'interim'))).toBe('invalid-input');
    expect(kind(await begin(id, '2026-08-10', 'interim'))).toBe('accepted');
  });

  test.each([
    ['overlaps the care before it', { startsOn: '2026-08-16' }, 'invalid-input'],
    ['is of nobody who was entered', { provider: { providerId: 'nobody0000000' } }, 'not-found'],
    [
      'costs more than two people authorised for a line',
      {
        weeklyPence: 18_200,
        prices: [{ lineId: 'help', unitPence: 4_600, reason: 'Nobody else has a place.' }],
      },
      'parts-do-not-add-up',
    ],
  ])('is refused where it %s', async (_what, change, refused) => {
    await handBack(untilSixteenth);
    const before = [...office.table.items];
    expect(kind(await replace(change))).toBe(refused);
    expect(office.table.items).toEqual(before);
  });

  test('begins after the first of all, where one in between never began', async () => {
    await handBack(untilSixteenth);
    const next = await replacement();
    await handBack({}, next);
    expect(kind(await replace({ startsOn: '2026-08-16' }, next))).toBe('invalid-input');
    expect(kind(await replace({ startsOn: '2026-08-17' }, next))).toBe('accepted');
    const last = (await stateOf(next))?.handedBack?.replacedBy ?? '';
    office.today = '2026-08-24';
    expect(kind(await begin(last, '2026-08-16', 'day'))).toBe('invalid-input');
    expect(kind(await begin(last, '2026-08-17', 'day'))).toBe('accepted');
  });

  test('begins with the plan, where that has not begun', async () => {
    office = new OrderOffice();
    office.today = '2026-07-14';
    await office.authorise();
    const providerId = await office.provider();
    other = await office.provider(4_500, accounts[1]);
    await office.arrange([{ ...usualOrder, provider: { providerId } }]);
    orderId = (await office.orders())[0]?.orderId ?? '';
    await handBack({ on: '2026-07-14' });
    const next = await replacement({ startsOn: '2026-07-20' });
    office.today = '2026-07-20';
    expect(kind(await begin(next, '2026-07-20', 'day'))).toBe('wrong-stage');
    await office.start('2026-07-20');
    expect(await stateOf(next)).toMatchObject({ status: 'started', startedOn: '2026-07-20' });
  });

  test('is ordered once, and only for what was given back', async () => {
    expect(kind(await replace())).toBe('wrong-stage');
    await handBack(untilSixteenth);
    await replacement();
    expect(kind(await replace())).toBe('already-recorded');
    expect(kind(await handBack(untilSixteenth))).toBe('already-recorded');
    expect(kind(await handBack())).toBe('already-recorded');
  });
});

test('What a closing provider gives is listed until something takes its place', async () => {
  const providerId = (await stateOf(orderId))?.providerId ?? '';
  const listed = async (of: string) => {
    const params = { providerId: of };
    const { orders } = await office.done(broker, 'list-provider-orders', { params });
    return Array.isArray(orders) ? orders : [];
  };
  expect(await listed(providerId)).toMatchObject([{ orderId, caseId, status: 'started' }]);
  await handBack(untilSixteenth);
  await office.sweep('2026-08-17');
  expect(await listed(providerId)).toMatchObject([{ status: 'ended', isToReplace: true }]);
  await replace({ startsOn: '2026-08-18' });
  expect(await listed(providerId)).toEqual([]);
  expect(await listed(other)).toMatchObject([{ caseId, status: 'ordered' }]);
});
