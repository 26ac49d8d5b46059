import { beforeEach, describe, expect, test } from 'vitest';
import { askForReports } from '#shared/domain/order/actuals/ask-for-reports.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { OrderOffice } from '#test/support/order-office.ts';

/** The support starts on 20 July, in the last week of the period from 29 June. */
const first = '2026-06-29';
const second = '2026-07-27';
let office: OrderOffice;
let orderId: string;

beforeEach(async () => {
  office = new OrderOffice();
  orderId = await office.untilStarted();
});

async function tasks() {
  const { council, tasks: queue } = office.desk.ports;
  const team = council.teams.find(({ kind }) => kind === 'brokerage')?.id ?? 'social-work';
  const { tasks: waiting } = await queue.ofTeam(team, 10);
  return waiting.map(({ step, due }) => [step, due]);
}

async function state() {
  const last = await orderLog(office.table).last(orderId);
  if (!last) throw new Error('no order');
  return last.after;
}

const asked = async () => (await state()).reportsAsked?.map(({ periodStart }) => periodStart) ?? [];

describe('care that nobody reports', () => {
  test('is asked for once, some days after its period, until somebody has', async () => {
    await office.sweep('2026-08-04');
    expect(await tasks()).toEqual([]);
    await office.sweep('2026-08-05');
    await office.sweep('2026-08-06');
    expect(await tasks()).toEqual([['report-care', '2026-08-05']]);
    expect(await asked()).toEqual([first]);
    await office.deliver(orderId, first, [200, 200]);
    expect([await tasks(), await asked()]).toEqual([[], []]);
  });

  test('is asked for by the period, and those that were missed together', async () => {
    await office.sweep('2026-09-29');
    expect(await asked()).toEqual([first, second]);
    expect(await tasks()).toHaveLength(2);
  });

  test('is asked of nobody where it was reported, nor behind the end', async () => {
    office.today = '2026-08-24';
    await office.deliver(orderId, first, [200, 200]);
    await office.deliver(orderId, second, [800, 800]);
    await office.sweep('2026-09-02');
    expect(await asked()).toEqual([]);
    const about = { calendar: office.desk.ports.council.payCalendar, waitDays: 10, event: 9 };
    const ended = { ...(await state()), lastDay: '2026-08-23' };
    const looked = askForReports(ended, { ...about, today: '2027-03-01' });
    expect(looked).toEqual({ change: undefined, asked: [], nextOn: null });
    const open = askForReports(await state(), { ...about, today: '2026-09-30' });
    expect(open).toMatchObject({ asked: [{ periodStart: '2026-08-24' }], nextOn: '2026-10-28' });
  });
});
