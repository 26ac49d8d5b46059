import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  ageOn,
  CivilDate,
  compareDates,
  dayOfWeek,
  daysBetween,
  weekdays,
} from '#shared/domain/calendar/civil-date.ts';

const anyDate = fc
  .integer({ min: 0, max: 365 * 250 })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString());

describe('A civil date', () => {
  it.each([
    ['2024-02-29', true, 'the leap day of a leap year'],
    ['2023-02-29', false, 'no leap day in a common year'],
    ['2000-02-29', true, 'a leap day every 400 years'],
    ['2100-02-29', false, 'no leap day in most centuries'],
    ['2024-04-31', false, 'a day past the end of its month'],
    ['2024-13-01', false, 'a thirteenth month'],
    ['1799-12-31', false, 'the day before the first year'],
    ['1800-01-01', true, 'the first year'],
    ['2199-12-31', true, 'the last year'],
    ['2200-01-01', false, 'the day after the last year'],
    ['2024-1-1', false, 'a month of one digit'],
    ['2024-01-01T00:00:00Z', false, 'a moment'],
    ['', false, 'nothing'],
  ])('%s is accepted: %s (%s)', (text, isAccepted) => {
    expect(CivilDate.safeParse(text).success).toBe(isAccepted);
  });

  it('counts days, weeks, months and years as the reference calendar does', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, n) => {
        const reference = Temporal.PlainDate.from(date);
        expect(addDays(date, n)).toBe(reference.add({ days: n }).toString());
        expect(addWeeks(date, n)).toBe(reference.add({ weeks: n }).toString());
        expect(addMonths(date, n)).toBe(reference.add({ months: n }).toString());
        expect(addYears(date, n % 50)).toBe(reference.add({ years: n % 50 }).toString());
        expect(dayOfWeek(date)).toBe(weekdays[reference.dayOfWeek - 1]);
      }),
      { numRuns: 2000 },
    );
  });

  it('measures the days between two dates as the reference calendar does', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(Math.sign(compareDates(from, to))).toBe(Temporal.PlainDate.compare(from, to));
      }),
    );
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
  ])('%s and %i months is %s, never past the end of the month', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

describe('Age', () => {
  it.each([
    ['1990-06-18', '2008-06-17', 17],
    ['1990-06-18', '2008-06-18', 18],
    ['1990-06-18', '2008-06-19', 18],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-28', 19],
    ['2004-02-29', '2024-02-29', 20],
    ['2024-05-01', '2024-05-01', 0],
    ['2024-05-02', '2024-05-01', -1],
  ])('of someone born on %s is, on %s, %i', (birthDate, on, age) => {
    expect(ageOn(birthDate, on)).toBe(age);
  });
});
