import { beforeEach, describe, expect, test } from 'vitest';
import { OrderOffice, people, usualOrder } from '#test/support/order-office.ts';

let office: OrderOffice;
let providerId: string;

beforeEach(async () => {
  office = new OrderOffice();
  office.today = '2026-07-14';
  await office.authorise();
  providerId = await office.provider();
});

describe('help until the support starts', () => {
  const cover = { weeklyPence: 12_000, from: '2026-07-14', lastDay: '2026-07-31' };
  const covered = (change: object = {}) => ({
    ...usualOrder,
    provider: { providerId },
    paidInterim: { providerId, ...cover, ...change },
  });

  test('is an order of its own, which ends when the support starts', async () => {
    await office.arrange([covered()]);
    const interim = (await office.orders()).find(({ weeklyPence }) => weeklyPence === 12_000);
    expect(interim).toMatchObject({ status: 'started', startedOn: '2026-07-14' });
    await office.start('2026-07-20');
    const rows = (await office.orders()).map(({ status, lastDay }) => [status, lastDay]);
    expect(rows).toContainEqual(['ended', '2026-07-19']);
    expect(rows).toContainEqual(['started', null]);
  });

  test('of a day to come is only planned until somebody records its actual day', async () => {
    await office.arrange([covered({ from: '2026-07-16' })]);
    const interim = async () =>
      (await office.orders()).find(({ weeklyPence }) => weeklyPence === 12_000);
    expect(await interim()).toMatchObject({ status: 'ordered', startedOn: null });
    const params = { orderId: (await interim())?.orderId ?? '' };
    office.today = '2026-07-17';
    const body = { lineId: 'interim', firstDay: '2026-07-17' };
    await office.done(people.broker, 'start-order-line', { params, body });
    expect(await interim()).toMatchObject({ status: 'started', startedOn: '2026-07-17' });
  });

  test('that never came is no order any more after its last day', async () => {
    await office.arrange([covered({ from: '2026-07-16', lastDay: '2026-07-18' })]);
    await office.sweep('2026-07-19');
    const [interim] = (await office.orders()).filter(({ weeklyPence }) => weeklyPence === 12_000);
    expect(interim).toMatchObject({ status: 'cancelled' });
  });

  test.each([
    ['costs more than was authorised', { weeklyPence: 18_001 }, 'parts-do-not-add-up'],
    ['begins before both keys', { from: '2026-07-12' }, 'two-keys-missing'],
    ['begins with the support', { from: '2026-07-20' }, 'invalid-input'],
    ['ends before it begins', { lastDay: '2026-07-13' }, 'invalid-input'],
    ['is given by nobody who was entered', { providerId: 'nobody0000000' }, 'not-found'],
  ])('is refused where it %s', async (_what, change, kind) => {
    expect(await office.arrange([covered(change)])).toMatchObject({ refusal: { kind } });
  });
});
