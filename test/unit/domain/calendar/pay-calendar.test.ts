import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, compareDates, daysBetween } from '#shared/domain/calendar/civil-date.ts';
import {
  PayCalendar,
  periodContaining,
  periodsInFinancialYear,
  periodsStartingBetween,
  periodsToPay,
} from '#shared/domain/calendar/pay-calendar.ts';
import { isWorkingDay } from '#shared/domain/calendar/working-days.ts';

const calendar: PayCalendar = { anchor: '2026-04-06' };
const anyDate = fc.integer({ min: 0, max: 365 * 30 }).map((days) => addDays('2010-01-01', days));

describe('A pay period', () => {
  it.each([
    ['2026-04-06', '2026-04-06', '2026-05-03', '2026-04-02', 'Easter Monday: paid before Easter'],
    ['2026-05-03', '2026-04-06', '2026-05-03', '2026-04-02', 'the last day of the first'],
    ['2026-05-04', '2026-05-04', '2026-05-31', '2026-05-01', 'early May: paid on the Friday'],
    ['2026-04-05', '2026-03-09', '2026-04-05', '2026-03-09', 'the day before the anchor'],
    ['2026-06-01', '2026-06-01', '2026-06-28', '2026-06-01', 'an ordinary Monday'],
  ])('that %s is in runs %s to %s and is paid on %s (%s)', (date, start, end, payDate) => {
    expect(periodContaining(calendar, date)).toEqual({ start, end, payDate });
  });

  it('contains its day, is four weeks long and is paid on a working day, in advance', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (anchor, date) => {
        const period = periodContaining({ anchor }, date);
        expect(compareDates(period.start, date)).toBeLessThanOrEqual(0);
        expect(compareDates(date, period.end)).toBeLessThanOrEqual(0);
        expect(daysBetween(period.start, period.end)).toBe(27);
        expect(Number.isInteger(daysBetween(anchor, period.start) / 28)).toBe(true);
        expect(isWorkingDay(period.payDate)).toBe(true);
        expect(compareDates(period.payDate, period.start)).toBeLessThanOrEqual(0);
        expect(daysBetween(period.payDate, period.start)).toBeLessThan(7);
      }),
    );
  });

  it('needs an anchor that is a date, and nothing else', () => {
    expect(PayCalendar.safeParse({ anchor: '2026-02-30' }).success).toBe(false);
    expect(PayCalendar.safeParse({ anchor: '2026-04-06', weeks: 2 }).success).toBe(false);
  });
});

describe('The pay periods of a stretch of time', () => {
  it('are those that start in it, both ends included', () => {
    const starts = (from: string, to: string) =>
      periodsStartingBetween(calendar, from, to).map(({ start }) => start);
    expect(starts('2026-04-06', '2026-05-04')).toEqual(['2026-04-06', '2026-05-04']);
    expect(starts('2026-04-07', '2026-05-04')).toEqual(['2026-05-04']);
    expect(starts('2026-04-07', '2026-05-03')).toEqual([]);
    expect(starts('2026-05-04', '2026-04-06')).toEqual([]);
  });

  it.each([
    ['2026-04-06', 2026, 13],
    ['2026-04-01', 2026, 14],
    ['2026-04-02', 2026, 13],
    ['2027-04-02', 2027, 14],
    ['2027-04-03', 2027, 13],
  ])('anchored on %s are, in the year from April %i, %i', (anchor, year, count) => {
    expect(periodsInFinancialYear({ anchor }, year)).toHaveLength(count);
  });

  it('are 13 or 14 in every financial year, and each belongs to one year', () => {
    fc.assert(
      fc.property(anyDate, (anchor) => {
        const years = Array.from({ length: 10 }, (_, n) =>
          periodsInFinancialYear({ anchor }, 2020 + n),
        );
        expect(years.every(({ length }) => length === 13 || length === 14)).toBe(true);
        const starts = years.flat().map(({ start }) => start);
        const whole = periodsStartingBetween({ anchor }, '2020-04-01', '2030-03-31');
        expect(starts).toEqual(whole.map(({ start }) => start));
      }),
    );
  });
});

describe('The periods to pay today', () => {
  const starts = (watermark: string, today: string) =>
    periodsToPay(calendar, { watermark, today }).map(({ start }) => start);

  it.each([
    ['2026-04-01', '2026-04-02', ['2026-04-06'], 'on the pay date before Easter'],
    ['2026-04-02', '2026-04-06', [], 'on the first day, once it was paid in advance'],
    ['2026-03-31', '2026-04-01', [], 'on the day before the pay date'],
    ['2026-04-01', '2026-04-20', ['2026-04-06'], 'when the pay date itself was missed'],
    ['2026-04-01', '2026-06-01', ['2026-04-06', '2026-05-04', '2026-06-01'], 'after two missed'],
    ['2026-04-02', '2026-04-02', [], 'when all was done up to today'],
    ['2026-05-01', '2026-04-02', [], 'when the watermark is ahead of today'],
  ])('after %s, on %s, are %j (%s)', (watermark, today, expected) => {
    expect(starts(watermark, today)).toEqual(expected);
  });

  it('are each paid once however the days are divided between sweeps', () => {
    const sweeps = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(anyDate, sweeps, (anchor, gaps) => {
        let watermark = '2020-01-01';
        const paid: string[] = [];
        for (const gap of gaps) {
          const today = addDays(watermark, gap);
          paid.push(...periodsToPay({ anchor }, { watermark, today }).map(({ start }) => start));
          watermark = today;
        }
        const atOnce = periodsToPay({ anchor }, { watermark: '2020-01-01', today: watermark });
        expect(paid).toEqual(atOnce.map(({ start }) => start));
      }),
    );
  });
});
