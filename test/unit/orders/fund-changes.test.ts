import { beforeEach, describe, expect, test } from 'vitest';
import { noteDeathOnOrders } from '#functions/orders/note-death-on-orders.ts';
import { sweepMoney } from '#functions/payments/daily/sweep-money.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { ledgerOfAgreement } from '#shared/stores/money/ledger/ledger-store.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { accounts, caseId, OrderOffice, people, usualOrder } from '#test/support/order-office.ts';
import { managedPlan } from '#test/support/plan-states.ts';

/** A fund of 180.00 a week from 20 July, paid ahead to 23 August, which goes to another organisation on 5 August. */
const fund = WrittenPlan.parse({
  ...managedPlan,
  parts: [
    { id: 'managed', holding: 'third-party', contribution: 'gross', organisation: 'Riverside' },
  ],
});
const { broker } = people;
let office: OrderOffice;
let first: string;
let second: string;

beforeEach(async () => {
  office = new OrderOffice();
  office.today = '2026-07-14';
  await office.authorise(fund);
  const providerId = await office.provider();
  await office.arrange([{ ...usualOrder, provider: { providerId }, paid: 'in-advance' }]);
  await office.start();
  first = (await office.orders())[0]?.orderId ?? '';
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

const sweep = async (day: string) => {
  office.today = day;
  await sweepMoney({ ...office.desk.ports, bus: { publish: async () => {} } });
};
/** What care cost the council at an organisation, and what that owes. */
const sums = async (orderId: string) => {
  const { entries } = await ledgerOfAgreement(office.table, orderId, { limit: 50 });
  const by = balances(entries);
  return [by.get('commissioned-care') ?? 0, by.get('reclaims-owed') ?? 0];
};
/** Nine of 28 days at 180.00 a week, and the nineteen that follow. */
const nineDays = 23_143;
const nineteenDays = 72_000 - nineDays;

describe('a fund that goes to another organisation while it is paid ahead', () => {
  test('costs each day once: the first owes back what the second is paid', async () => {
    await sweep('2026-08-05');
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
    await sweep('2026-08-05');
    await office.run('2026-08-17');
    const actor = { id: 'case-stream', role: 'service' };
    const death = {
      status: 'stands',
      diedOn: '2026-08-02',
      proof: 'registered',
      event: 3,
    } as const;
    await noteDeathOnOrders(office.table, {
      ...{ caseId, actor, at: '2026-08-20T10:00:00.000Z', on: '2026-08-20' },
      death: { ...death, reversalAskedBy: null },
    });
    await sweep('2026-08-20');
    await sweep('2026-09-30');
    // A week of the first period, and the seven days from 27 July.
    expect(await sums(first)).toEqual([18_000 + 18_000, 72_000 - 18_000]);
    const [cost, owed] = await sums(second);
    expect([cost, owed]).toEqual([0, nineteenDays + 72_000]);
  });
});
