import { beforeEach, describe, expect, test } from 'vitest';
import { caseRoutes } from '#functions/cases/routes.ts';
import { escalateUrgent, urgentTasksAfterDeath } from '#functions/cases/urgent/urgent-tasks.ts';
import { keepOrdersOf } from '#functions/orders/keep-orders.ts';
import { orderRoutes } from '#functions/orders/routes.ts';
import { sweepMoney } from '#functions/payments/daily/sweep-money.ts';
import { providerRoutes } from '#functions/providers/routes.ts';
import { sweepDue } from '#functions/workflow/daily/due-sweep.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Bus } from '#shared/gateways/bus.ts';
import { orderLog, ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { bodyOf, refusalOf } from '#test/support/assessment-desk.ts';
import { councils, referred } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { Office, type Staff } from '#test/support/office.ts';

// Somebody's carer is taken to hospital on a Friday; two working days later is Tuesday 21 July.

const caseId = 'case0000000000000001';
const params = { caseId };
const duty: Staff = { id: 'duty-1', role: 'duty-manager' };
const manager: Staff = { id: 'manager-1', role: 'team-manager' };
const finance: Staff = { id: 'finance-1', role: 'finance-officer' };

let table: MemoryTable;
let office: Office;
let providerId: string;
beforeEach(async () => {
  table = new MemoryTable();
  const routes = [...caseRoutes, ...orderRoutes, ...providerRoutes];
  office = new Office(routes, councils.worcestershire, table);
  office.today = '2026-07-17';
  await office.seed(caseId, referred());
  const entered = await office.asStaff(finance, 'enter-provider', { body: { name: 'Riverside' } });
  providerId = Object(bodyOf(entered)).providerId;
});

const start = (order: object = {}) =>
  office.asStaff(duty, 'start-urgent-support', {
    params,
    body: {
      whyUrgent: 'Her husband was taken to hospital at four.',
      support: 'A worker through the night.',
      purchase: 'personal-care',
      weeklyPence: 42_000,
      order: { providerId, costCentre: 'physical-disability', ...order },
    },
  });
const confirm = () =>
  office.asStaff(manager, 'confirm-urgent-support', {
    params,
    body: { reason: 'He is still in hospital.' },
    ifMatch: 2,
  });

async function ordered() {
  const [row] = await ordersOfCase(table, caseId);
  const last = await orderLog(table).last(row?.orderId ?? '');
  if (!last) throw new Error('nothing was ordered');
  return last;
}

test('urgent support is an order of its own from the same day, up to the day of the second key', async () => {
  bodyOf(await start());
  const { aggregateId, after } = await ordered();
  expect(after).toMatchObject({
    status: 'started',
    partId: 'urgent-support',
    providerName: 'Riverside',
    weeklyPence: 42_000,
    costs: { 'physical-disability': 42_000 },
    startedOn: '2026-07-17',
    lastDay: '2026-07-21',
  });
  expect(await findHead(table, aggregateId)).toMatchObject({ caseId, providerId, weeklyPence: 0 });
});

test('goes on to its last day under the second key', async () => {
  bodyOf(await start());
  office.today = '2026-07-20';
  bodyOf(await confirm());
  const last = await ordered();
  const state = (await office.ports.cases.last(caseId))?.after.urgentSupport;
  expect(last).toMatchObject({ type: 'order-extended', after: { lastDay: state?.expiresOn } });
});

test('is not paid for a day after the one by which nobody confirmed it', async () => {
  bodyOf(await start());
  office.today = '2026-09-01';
  const { aggregateId: orderId } = await ordered();
  const actuals = (periodStart: string, deliveredHundredths: number) =>
    office.asStaff(finance, 'record-actuals', {
      params: { orderId },
      body: { periodStart, lines: [{ lineId: 'urgent-support', deliveredHundredths }] },
    });
  const [period] = Object(bodyOf(await actuals(await periodOf('2026-07-17'), 71))).periods;
  expect(period).toMatchObject({ from: '2026-07-17', to: '2026-07-21', plannedPence: 30_000 });
  const more = await actuals(await periodOf('2026-08-20'), 100);
  expect(refusalOf(more)?.kind).toBe('order-ended');
});

async function periodOf(day: string): Promise<string> {
  const { anchor } = office.ports.council.payCalendar;
  const days = Math.floor((Date.parse(day) - Date.parse(anchor)) / 86_400_000 / 28) * 28;
  return new Date(Date.parse(anchor) + days * 86_400_000).toISOString().slice(0, 10);
}

const bus: Bus = { publish: async () => {} };
async function sweepAll(day: string) {
  office.today = day;
  await sweepMoney({ ...office.ports, bus });
  await sweepDue({ ...office.ports, bus });
}
const tasks = () =>
  table.items
    .filter(({ sk, team }) => /^DESK#(confirm|replace)-urgent/.test(sk) && team !== undefined)
    .map(({ step, due, isUrgent }) => [step, due, isUrgent]);
const teams = () =>
  table.items.filter(({ sk }) => /^DESK#confirm-urgent/.test(sk)).map(({ team }) => team);

describe('urgent support that nobody follows', () => {
  test('waits for its second key as a task, and ends by its day where it does not come', async () => {
    bodyOf(await start());
    expect(tasks()).toEqual([['confirm-urgent-support', '2026-07-21', false]]);
    expect(teams()).toEqual(['budget-managers']);
    await sweepAll('2026-07-22');
    expect(await ordered()).toMatchObject({ type: 'order-ran-out', after: { status: 'ended' } });
    expect(tasks()).toEqual([['replace-urgent-support', '2026-07-22', true]]);
    await sweepAll('2026-07-23');
    expect(tasks()).toHaveLength(1);
  });

  test('asks for another way a week before its last day, and stands first in the queue after it', async () => {
    bodyOf(await start());
    office.today = '2026-07-20';
    bodyOf(await confirm());
    const lastDay = (await ordered()).after.lastDay ?? '';
    expect(tasks()).toEqual([['replace-urgent-support', addDays(lastDay, -7), false]]);
    await sweepAll(lastDay);
    expect((await ordered()).after.status).toBe('started');
    await sweepAll(addDays(lastDay, 1));
    expect((await ordered()).after).toMatchObject({ status: 'ended', lastDay });
    expect(tasks()).toEqual([['replace-urgent-support', addDays(lastDay, 1), true]]);
    bodyOf(await start());
    expect(tasks()).toHaveLength(2);
  });

  test('asks nobody any more once a plan has started', async () => {
    bodyOf(await start());
    const last = await office.ports.cases.last(caseId);
    if (!last) throw new Error('the case is gone');
    const body = { planVersion: 9, startedOn: '2026-07-24', lines: [] };
    await keepOrdersOf({ ...last, type: 'support-started', body }, office.ports);
    expect(tasks()).toEqual([]);
  });
});

describe('urgent support that its provider hands back', () => {
  // At a weekend nobody else is there.
  const handBack = (orderId: string, lastDay: string) =>
    office.asStaff(duty, 'hand-back-order', {
      params: { orderId },
      body: { by: 'provider', on: office.today, lastDay, reason: 'Nobody is left.' },
    });
  const replace = (orderId: string, startsOn: string) =>
    office.asStaff(duty, 'replace-order', {
      params: { orderId },
      body: {
        provider: { providerId },
        ...{ weeklyPence: 40_000, oneOffPence: 0, startsOn, interimCover: 'Nobody has to.' },
      },
    });

  test('is given by another until the day of the second key, and with that until its last', async () => {
    bodyOf(await start());
    const { aggregateId: first } = await ordered();
    bodyOf(await handBack(first, '2026-07-18'));
    office.today = '2026-07-19';
    const { handedBack } = Object(bodyOf(await replace(first, '2026-07-19')));
    const next = () => orderLog(table).last(handedBack.replacedBy);
    expect((await next())?.after).toMatchObject({
      status: 'started',
      startedOn: '2026-07-19',
      lastDay: '2026-07-21',
      costs: { 'physical-disability': 42_000 },
    });
    office.today = '2026-07-20';
    bodyOf(await confirm());
    const confirmed = await office.ports.cases.last(caseId);
    if (!confirmed) throw new Error('the case is gone');
    await keepOrdersOf(confirmed, office.ports);
    await keepOrdersOf(confirmed, office.ports);
    expect(await next()).toMatchObject({
      sequence: 2,
      after: { lastDay: confirmed.after.urgentSupport?.expiresOn },
    });
    expect(tasks()).toHaveLength(1);
  });

  test('may be given by another for longer, where the second key comes in between', async () => {
    bodyOf(await start());
    const { aggregateId: first } = await ordered();
    bodyOf(await handBack(first, '2026-07-18'));
    bodyOf(await confirm());
    const lastDay = (await office.ports.cases.last(caseId))?.after.urgentSupport?.expiresOn;
    const { handedBack } = Object(bodyOf(await replace(first, '2026-07-22')));
    const next = await orderLog(table).last(handedBack.replacedBy);
    expect(next?.after).toMatchObject({ status: 'ordered', startsOn: '2026-07-22', lastDay });
  });
});

test('urgent support that is renewed under two keys goes on, and asks by its new last day', async () => {
  bodyOf(await start());
  bodyOf(await confirm());
  const first = (await ordered()).after.lastDay ?? '';
  office.today = addDays(first, -1);
  const renewal = { params, body: { whyStillUrgent: 'He is still there.' }, ifMatch: 3 };
  bodyOf(await office.asStaff(duty, 'renew-urgent-support', renewal));
  const asked = ['confirm-urgent-support', first, false];
  expect(tasks()).toContainEqual(asked);
  await sweepAll(office.today);
  expect((await ordered()).after.lastDay).toBe(first);
  const key = { params, body: { reason: 'He is.' } };
  const own = await office.asStaff({ ...duty, role: 'team-manager' }, 'confirm-urgent-support', {
    ...key,
    ifMatch: 4,
  });
  expect(refusalOf(own)?.kind).toBe('same-person');
  bodyOf(await office.asStaff(manager, 'confirm-urgent-support', { ...key, ifMatch: 4 }));
  const last = (await office.ports.cases.last(caseId))?.after.urgentSupport?.expiresOn ?? '';
  expect(last > first).toBe(true);
  expect((await ordered()).after.lastDay).toBe(last);
  expect(tasks()).toEqual([['replace-urgent-support', addDays(last, -7), false]]);
  await sweepAll(addDays(first, 1));
  expect((await ordered()).after.status).toBe('started');
  await sweepAll(addDays(last, 1));
  expect(tasks()).toEqual([['replace-urgent-support', addDays(last, 1), true]]);
});

test('nobody is asked for urgent support of somebody who died, and again after one in error', async () => {
  bodyOf(await start());
  const last = await office.ports.cases.last(caseId);
  if (!last) throw new Error('the case is gone');
  const { council } = office.ports;
  const about = { caseId, at: '2026-07-17T18:00:00.000Z', council };
  const noted = (status: 'stands' | 'reversed') => ({
    ...about,
    next: { ...last.after, death: { status, personEvent: 2, event: 3 } },
  });
  await table.write(urgentTasksAfterDeath(noted('stands')));
  expect(tasks()).toEqual([]);
  await table.write(urgentTasksAfterDeath(noted('reversed')));
  expect(tasks()).toEqual([['confirm-urgent-support', '2026-07-21', false]]);
  const expired = { ...noted('stands').next, urgentSupport: urgentExpired(last.after) };
  expect(escalateUrgent({ ...about, next: expired })).toEqual([]);
});

function urgentExpired({ urgentSupport }: CaseState): CaseState['urgentSupport'] {
  return urgentSupport && { ...urgentSupport, state: 'expired' };
}

test('ends on the day before the plan takes over', async () => {
  bodyOf(await start());
  office.today = '2026-07-20';
  bodyOf(await confirm());
  const last = await office.ports.cases.last(caseId);
  if (!last) throw new Error('the case is gone');
  const lines = [{ id: 'care', firstDay: '2026-07-24' }];
  const body = { planVersion: 9, startedOn: '2026-07-24', lines };
  await keepOrdersOf({ ...last, type: 'support-started', body }, office.ports);
  expect((await ordered()).after).toMatchObject({ status: 'ended', lastDay: '2026-07-23' });
});

test.each([
  ['whom nobody entered', { providerId: 'provider0000000009' }, '/order/providerId'],
  ['borne by no cost centre there is', { costCentre: 'nowhere' }, '/order/costCentre'],
])('is not ordered from a provider %s, and nothing is written', async (_how, changed, pointer) => {
  const before = [...table.items];
  expect(refusalOf(await start(changed))).toMatchObject({ pointer });
  expect(table.items).toEqual(before);
});
