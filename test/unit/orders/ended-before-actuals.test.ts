import { beforeEach, describe, expect, test } from 'vitest';
import { keepOrdersOf } from '#functions/orders/keep-orders.ts';
import { caseId, OrderOffice, people } from '#test/support/order-office.ts';

const first = '2026-06-29';
const second = '2026-07-27';
let office: OrderOffice;
let orderId: string;

beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilStarted();
  office.today = '2026-08-24';
  await office.deliver(orderId, first, [200, 200]);
  await office.deliver(orderId, second, [800, 800]);
});

async function endOn(lastDay: string) {
  const last = await office.desk.ports.cases.last(caseId);
  if (!last) throw new Error('no case');
  const after = { ...last.after, status: 'closed', closedOn: lastDay, outcome: 'x' } as const;
  const body = { supportEndedOn: lastDay };
  await keepOrdersOf({ ...last, type: 'case-closed', body, after }, office.desk.ports);
}

const tasks = async () => {
  const { council, tasks: queue } = office.desk.ports;
  const team = council.teams.find(({ kind }) => kind === 'brokerage')?.id ?? 'social-work';
  return (await queue.ofTeam(team, 10)).tasks;
};
const eventOf = async (periodStart: string) => {
  const { periods } = await office.done(people.officer, 'read-order', { params: { orderId } });
  const known = Array.isArray(periods) ? periods : [];
  return known.find((period) => period.periodStart === periodStart)?.event;
};

describe('an order that ended before days that are recorded', () => {
  test('is put before those who arrange support, until its records are right', async () => {
    await endOn('2026-07-24');
    expect(await tasks()).toMatchObject([{ step: 'correct-actuals', taskId: orderId }]);
    const reason = 'She moved away on 24 July.';
    await office.deliver(orderId, first, [100, 100], { corrects: await eventOf(first), reason });
    expect(await tasks()).toHaveLength(1);
    await office.deliver(orderId, second, [0, 0], { corrects: await eventOf(second), reason });
    expect(await tasks()).toEqual([]);
    await office.run('2026-09-14');
    const paid = (await office.pay.payments(orderId)).map(({ amountPence }) => amountPence);
    expect(paid).toEqual([9_000, 0]);
  });

  test('is nobody’s to correct where it ended after them', async () => {
    await endOn('2026-08-23');
    expect(await tasks()).toEqual([]);
  });
});
