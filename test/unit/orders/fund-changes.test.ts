import { beforeEach, describe, expect, test } from 'vitest';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { accounts, OrderOffice, people, usualOrder } from '#test/support/order-office.ts';

// A fund of 180.00 a week from 20 July, paid ahead to 23 August, which goes to another organisation on
// 5 August.

const { broker } = people;
let office: OrderOffice;
let first: string;
let second: string;

beforeEach(async () => {
  office = new OrderOffice();
  first = await office.untilFundStarted();
  await office.run('2026-07-21');
  const other = await office.provider(4_500, accounts[1]);
  office.today = '2026-08-03';
  const params = { orderId: first };
  const said = { by: 'person', on: '2026-08-03', lastDay: '2026-08-04' };
  const reason = 'She wants another organisation to hold it.';
  await office.done(broker, 'hand-back-order', { params, body: { ...said, reason } });
  const { partId: _part, lineIds: _lines, ...again } = usualOrder;
  const terms = { startsOn: '2026-08-05', paid: 'in-advance' };
  const body = { ...again, ...terms, provider: { providerId: other } };
  const { handedBack } = await office.done(broker, 'replace-order', { params, body });
  second = Object(handedBack).replacedBy;
  office.today = '2026-08-05';
  for (const lineId of ['day', 'help']) {
    const begun = { lineId, firstDay: '2026-08-05' };
    await office.done(broker, 'start-order-line', { params: { orderId: second }, body: begun });
  }
});

/** What care cost the council at an organisation, and what that owes. */
const sums = async (orderId: string) => {
  const by = await office.balances(orderId);
  return [by.get('commissioned-care') ?? 0, by.get('reclaims-owed') ?? 0];
};
/** Nine of 28 days at 180.00 a week, and the nineteen that follow. */
const nineDays = 23_143;
const nineteenDays = 72_000 - nineDays;

describe('a fund that goes to another organisation while it is paid ahead', () => {
  test('costs each day once: the first owes back what the second is paid', async () => {
    await office.sweep('2026-08-05');
    await office.run('2026-08-17');
    expect(await sums(first)).toEqual([18_000 + nineDays, nineteenDays]);
    const paid = (await office.pay.payments(second)).map(({ name, amountPence }) => [
      name,
      amountPence,
    ]);
    expect(paid).toContainEqual(['2026-07-27', nineteenDays]);
    expect((await orderLog(office.table).last(first))?.after.status).toBe('ended');
  });

  test('is paid to the first for no later day by any run', async () => {
    await office.run('2026-08-17');
    await office.run('2026-09-14');
    const paid = (await office.pay.payments(first)).map(({ amountPence }) => amountPence);
    expect(paid).toEqual([72_000, 18_000]);
  });

  test('is owed back by both after a death that both were paid past', async () => {
    await office.sweep('2026-08-05');
    await office.run('2026-08-17');
    office.today = '2026-08-20';
    await office.noteDeath('2026-08-02');
    await office.sweep('2026-08-20');
    await office.sweep('2026-09-30');
    // A week of the first period, and the seven days from 27 July.
    expect(await sums(first)).toEqual([18_000 + 18_000, 72_000 - 18_000]);
    const [cost, owed] = await sums(second);
    expect([cost, owed]).toEqual([0, nineteenDays + 72_000]);
  });
});
