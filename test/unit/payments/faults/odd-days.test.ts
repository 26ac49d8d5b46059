import { beforeEach, describe, expect, test } from 'vitest';
import { daysFromTo, timesPaid } from '#test/support/days-paid.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
let office: PayOffice;

beforeEach(() => {
  office = new PayOffice(new MemoryTable());
});

/** Fires the schedule at an instant, and says whether the run of a period is drafted. */
async function isDrafted(instant: string, periodStart: string): Promise<boolean> {
  office.time = instant.slice(11);
  await office.fire(instant.slice(0, 10));
  return (await office.runs()).some((run) => run.periodStart === periodStart);
}

async function payTo(today: string): Promise<void> {
  await office.fire(today);
  await office.carryOutDrafts();
}

async function paidDays(): Promise<readonly [string, number][]> {
  return [...timesPaid(await office.payments(agreementId))].sort();
}

describe('where the clocks change', () => {
  test('in March, a run is drafted when its day begins in London, an hour before it does elsewhere', async () => {
    office.anchor = '2026-04-08';
    expect(await isDrafted('2026-03-29T22:59:00.000Z', office.anchor)).toBe(false);
    expect(await isDrafted('2026-03-29T23:01:00.000Z', office.anchor)).toBe(true);
  });

  test('in October, a run waits for its day to begin in London again', async () => {
    office.anchor = '2026-11-02';
    expect(await isDrafted('2026-10-25T23:30:00.000Z', office.anchor)).toBe(false);
    expect(await isDrafted('2026-10-26T00:01:00.000Z', office.anchor)).toBe(true);
  });

  test('the hour that comes twice drafts a run once', async () => {
    office.anchor = '2026-10-30';
    expect(await isDrafted('2026-10-25T00:30:00.000Z', office.anchor)).toBe(true);
    const before = await office.runs();
    expect(await isDrafted('2026-10-25T01:30:00.000Z', office.anchor)).toBe(true);
    expect(await office.runs()).toEqual(before);
  });

  test.each([
    ['2026-03-29', '2026-03-26', 8],
    ['2026-10-25', '2026-11-06', 25],
  ])(
    'a day of 23 or 25 hours, %s, is worth as much as any other',
    async (startsOn, today, days) => {
      office.anchor = startsOn === '2026-03-29' ? '2026-04-06' : '2026-10-22';
      await office.activate({ agreementId, startsOn, weeklyPence: 700 });
      await office.fire(today);
      const run = (await office.runs()).find(
        (each) => each.periodStart <= startsOn && startsOn <= each.periodEnd,
      );
      await office.carryOut(run?.runId ?? '');
      expect(await office.payments(agreementId)).toMatchObject([{ amountPence: days * 100 }]);
    },
  );
});

test('a leap day is paid for once, and as any other', async () => {
  await office.activate({ agreementId, startsOn: '2028-02-29', weeklyPence: 700 });
  await payTo('2028-02-29');
  await payTo('2028-04-10');
  const last = (await office.runs())[0]?.periodEnd ?? '';
  const days = daysFromTo('2028-02-29', last);
  expect(await paidDays()).toEqual(days.map((day) => [day, 1]));
  const pence = (await office.payments(agreementId)).map(({ amountPence }) => amountPence);
  expect(pence.reduce((sum, each) => sum + each, 0)).toBe(days.length * 100);
});

test('a financial year in which 14 periods begin has 14 runs, and each pays four weeks', async () => {
  office.anchor = '2026-04-01';
  await office.activate({ agreementId, startsOn: '2026-04-01', weeklyPence: 700 });
  await payTo('2026-03-25');
  await payTo('2027-03-31');
  const ofYear = (await office.payments(agreementId)).filter(({ name }) => name < '2027-04-01');
  expect(ofYear).toHaveLength(14);
  expect(ofYear.every(({ amountPence }) => amountPence === 2_800)).toBe(true);
  expect((await paidDays()).every(([, times]) => times === 1)).toBe(true);
});
