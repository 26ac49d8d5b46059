import { expect, test } from 'vitest';
import { followSupport } from '#functions/contribution-accounts/follow-support.ts';
import { contributionRoutes } from '#functions/contribution-accounts/routes.ts';
import { sweepMoney } from '#functions/payments/daily/sweep-money.ts';
import { BilledStatement } from '#shared/stores/money/contributions/statement-store.ts';
import { Office } from '#test/support/office.ts';
import { caseId, OrderOffice, people } from '#test/support/order-office.ts';

/** Care of 180.00 a week that began on 20 July, in the last week of a pay period, for somebody who is asked
 * for 40.00 of it: recorded as finance records it, and billed as the schedule bills it. */
test('A person is billed from what finance recorded on the order, and what it corrects', async () => {
  const orders = new OrderOffice();
  const orderId = await orders.untilStarted();
  const office = new Office(contributionRoutes, orders.desk.ports.council, orders.table);
  const { cases } = office.ports;
  const last = await cases.last(caseId);
  if (!last) throw new Error('no case');
  const asked = [{ from: '2026-07-20', weeklyPence: 4_000, mostWeeklyPence: 4_000 }];
  const finances = last.sequence + 1;
  await cases.append(last, {
    ...{ id: 'finances', aggregateId: caseId, type: 'finances-assessed', request: null },
    ...{ at: '2026-07-20T09:00:00.000Z', actor: { id: 'finance-1', role: 'finance-officer' } },
    body: { asked },
    after: {
      ...last.after,
      finances: { status: 'assessed', weeklyContributionPence: 4_000 },
      records: { ...last.after.records, finances },
    },
  });
  office.today = '2026-07-20';
  const held = await cases.last(caseId);
  if (held) await followSupport(held, office.ports);
  const sweep = async (day: string) => {
    orders.today = day;
    office.today = day;
    await sweepMoney({ ...office.ports, bus: { publish: async () => {} } });
  };
  const billed = async () => {
    const reply = await office.asStaff(people.officer, 'list-contribution-statements', {
      params: { caseId },
    });
    const { statements } = Object(reply.accepted ? reply.value.body : {});
    return BilledStatement.array().parse(statements).toReversed();
  };

  orders.today = '2026-07-27';
  await orders.deliver(orderId, '2026-06-29', [200, 200]);
  await sweep('2026-08-05');
  expect(await billed()).toMatchObject([
    { from: '2026-07-20', to: '2026-07-26', lines: [{ days: 7, costPence: 18_000, pence: 4_000 }] },
  ]);

  orders.today = '2026-08-24';
  await orders.deliver(orderId, '2026-07-27', [200, 100]);
  await sweep('2026-09-02');
  expect((await billed())[1]).toMatchObject({
    ...{ from: '2026-07-27', to: '2026-08-23' },
    lines: [{ days: 28, contributionPence: 16_000, costPence: 13_500, pence: 13_500 }],
  });

  // Nobody came in the first week: it costs nobody anything.
  const read = await orders.done(people.officer, 'read-order', { params: { orderId } });
  const [{ event }] = Object(read['periods']);
  const reason = 'Nobody came in that week.';
  await orders.deliver(orderId, '2026-06-29', [0, 0], { corrects: event, reason });
  orders.today = '2026-09-21';
  await orders.deliver(orderId, '2026-08-24', [800, 800]);
  await sweep('2026-09-30');
  const [, , third] = await billed();
  expect(third?.totalPence).toBe(12_000);
  expect(third?.lines).toMatchObject([
    { from: '2026-07-20', why: 'care-corrected', pence: -4_000 },
    { from: '2026-08-24', why: 'this-period', pence: 16_000 },
  ]);
});
