import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '#shared/domain/calendar/working-days.ts';

const anyDate = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays('2000-01-01', days));

describe('A working day', () => {
  it.each([
    ['2026-04-02', true, 'Maundy Thursday'],
    ['2026-04-03', false, 'Good Friday'],
    ['2026-04-04', false, 'a Saturday'],
    ['2026-04-05', false, 'a Sunday'],
    ['2026-04-06', false, 'Easter Monday'],
    ['2026-04-07', true, 'the Tuesday after Easter'],
  ])('%s: %s (%s)', (date, isWorking) => {
    expect(isWorkingDay(date)).toBe(isWorking);
  });

  it.each([
    ['2026-04-02', 1, '2026-04-07', 'over Easter'],
    ['2026-04-02', 2, '2026-04-08', 'over Easter'],
    ['2026-07-17', 2, '2026-07-21', 'from a Friday'],
    ['2026-07-18', 1, '2026-07-20', 'from a Saturday'],
    ['2026-07-18', 0, '2026-07-18', 'the Saturday itself'],
    ['2026-04-07', -1, '2026-04-02', 'back over Easter'],
    ['2026-12-24', 1, '2026-12-29', 'over Christmas, with Boxing Day on a Saturday'],
  ])('counted from %s, %i working days on, is %s (%s)', (from, workingDays, to) => {
    expect(addWorkingDays(from, workingDays)).toBe(to);
  });

  it.each([
    ['2026-07-17', '2026-07-17'],
    ['2026-07-19', '2026-07-17'],
    ['2026-04-06', '2026-04-02'],
  ])('on or before %s is %s', (date, workingDay) => {
    expect(workingDayOnOrBefore(date)).toBe(workingDay);
  });

  it('is counted between two dates just as it is counted on from one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, workingDays) => {
        expect(workingDaysBetween(from, addWorkingDays(from, workingDays))).toBe(workingDays);
        expect(workingDaysBetween(from, addWorkingDays(from, -workingDays))).toBe(-workingDays);
        expect(isWorkingDay(addWorkingDays(from, workingDays))).toBe(true);
      }),
    );
  });

  it('is not counted between a day and itself', () => {
    expect(workingDaysBetween('2026-07-17', '2026-07-17')).toBe(0);
    expect(workingDaysBetween('2026-07-17', '2026-07-19')).toBe(0);
    expect(workingDaysBetween('2026-07-19', '2026-07-17')).toBe(-1);
  });
});
