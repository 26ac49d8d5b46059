import { beforeEach, describe, expect, test } from 'vitest';
import { replaceOrder } from '#shared/domain/order/handing-back/replace-order.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import {
  accounts,
  caseId,
  fundPlan,
  OrderOffice,
  people,
  usualOrder,
} from '#test/support/order-office.ts';

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

test('What a fund was paid for at its start is ordered from no second organisation', async () => {
  const { plan } = (await office.desk.ports.cases.at(caseId, 1))?.after ?? {};
  const state = (await orderLog(office.table).last(first))?.after;
  if (!plan || !state?.handedBack) throw new Error('nothing was handed back');
  const { replacedBy: _other, ...handedBack } = state.handedBack;
  const [line] = state.lines;
  if (!line) throw new Error('it has no line');
  const bed = { ...line, lineId: 'bed', kind: 'one-off', firstDay: null } as const;
  const order = { ...state, handedBack, oneOffPence: 90_000, lines: [...state.lines, bed] };
  const { partId: _part, lineIds: _lines, ...again } = usualOrder;
  const named = { ...again, startsOn: '2026-08-05', provider: { name: 'Another' } };
  const planned = { caseId, plan, lines: fundPlan.lines, authorisedOn: '2026-07-13' };
  const about = {
    ...{ planned, providers: [], today: '2026-08-03' },
    ...{ orderId: first, replacementId: 'order0000000009' },
  };
  expect(replaceOrder(order, named, about)).toMatchObject({ accepted: true });
  const onActuals = replaceOrder({ ...order, paid: 'on-actuals' }, named, about);
  expect(onActuals).toMatchObject({ refusal: { detail: 'No line "bed".' } });
});
