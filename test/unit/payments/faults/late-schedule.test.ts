import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { daysFromTo, timesPaid } from '#test/support/days-paid.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';

const agreementId = 'agreement0001';
const startsOn = '2026-01-19';
// The day on which the run of 6 April is drafted by a schedule that is in time.
const inTime = '2026-03-26';
let office: PayOffice;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  // A pound a day, so that what is paid is the number of days.
  await office.activate({ agreementId, startsOn, weeklyPence: 700 });
});

/** Every day from the start to the end of the newest run is paid for once, and there is one run a period. */
async function expectEachDayPaidOnce(): Promise<void> {
  const runs = await office.runs();
  const starts = runs.map(({ periodStart }) => periodStart).toSorted();
  expect(starts).toEqual(starts.map((_start, place) => addDays(starts[0] ?? '', place * 28)));
  const payments = await office.payments(agreementId);
  const owed = daysFromTo(startsOn, runs[0]?.periodEnd ?? '');
  expect([...timesPaid(payments)].sort()).toEqual(owed.map((day) => [day, 1]));
  const paid = payments.filter(({ state }) => state === 'sent');
  const pence = paid.reduce((sum, { amountPence }) => sum + amountPence, 0);
  expect(pence).toBe(owed.length * 100);
}

describe('a schedule that fires twice', () => {
  test.each(Array.from({ length: 41 }, (_none, late) => late))(
    'and %i days late pays every day once, and money that can still arrive',
    async (late) => {
      await office.fire('2026-02-02');
      await office.carryOutDrafts();
      const today = addDays(inTime, late);
      const [first, second] = [await office.fire(today), await office.fire(today)];
      expect(first.drafted).toBeGreaterThan(0);
      expect(second.drafted).toBe(0);
      await office.carryOutDrafts();
      await expectEachDayPaidOnce();
      const now = (await office.payments(agreementId)).filter(({ name }) => name > '2026-02-09');
      expect(now.every(({ payOn }) => payOn > today)).toBe(true);
      await office.fire(addDays(today, 28));
      await office.carryOutDrafts();
      await expectEachDayPaidOnce();
    },
  );

  test('at the same moment drafts one run', async () => {
    office.today = inTime;
    await Promise.all([office.fire(inTime), office.fire(inTime)]);
    const periods = (await office.runs()).map(({ periodStart }) => periodStart);
    expect(periods).toEqual(['2026-04-06', '2026-03-09']);
  });
});

describe('a run whose machine stops after its approval, and goes on', () => {
  // Approved on Thursday 26 March, to be paid on 2 April; Easter is on 5 April.
  test.each([
    ['2026-03-26', '2026-04-02', undefined],
    ['2026-03-31', '2026-04-02', undefined],
    ['2026-04-01', '2026-04-08', '2026-04-02'],
    ['2026-04-20', '2026-04-23', '2026-04-02'],
  ])(
    'on %s has a file that Bacs can take: its money arrives on %s',
    async (day, payOn, planned) => {
      await office.fire(inTime);
      const runId = (await office.runs())[0]?.runId ?? '';
      await office.select(runId);
      await office.decide(runId, 'approved');
      await office.sendShard(runId, 0);
      office.today = day;
      await office.send(runId);
      const { file, ...run } = await office.run(runId);
      expect([run.payOn, run.plannedPayOn]).toEqual([payOn, planned]);
      expect(file?.createdOn).toBe(day);
      expect(Date.parse(file?.processedOn ?? '')).toBeGreaterThan(Date.parse(day));
      expect(Date.parse(file?.processedOn ?? '')).toBeLessThan(Date.parse(payOn));
      const params = { runId };
      const asked = asStaff('officer-1', 'finance-officer', { params });
      const reply = await office.call('read-bacs-file', asked);
      if (!reply.accepted || !reply.value.file) throw new Error('there is no file');
      expect(readBacsFile(reply.value.file.text).processedOn).toBe(file?.processedOn);
    },
  );
});

test('a schedule that does not fire for a year, and then does, misses no period and pays none twice', async () => {
  await office.fire('2026-02-02');
  await office.carryOutDrafts();
  await office.fire('2027-02-02');
  await office.carryOutDrafts();
  await office.fire('2027-02-02');
  await office.carryOutDrafts();
  await expectEachDayPaidOnce();
  expect(await office.payments(agreementId)).toHaveLength(15);
});

test('a calendar whose anchor is moved between two runs pays no day twice and leaves none out', async () => {
  await office.fire('2026-02-02');
  await office.carryOutDrafts();
  office.anchor = '2026-04-16';
  await office.fire('2026-05-07');
  await office.carryOutDrafts();
  const payments = await office.payments(agreementId);
  const last =
    payments
      .map(({ days }) => days?.to ?? '')
      .toSorted()
      .at(-1) ?? '';
  expect(last > '2026-05-13').toBe(true);
  expect([...timesPaid(payments)].sort()).toEqual(
    daysFromTo(startsOn, last).map((day) => [day, 1]),
  );
});
