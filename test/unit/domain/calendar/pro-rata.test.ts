import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { fourWeeklyPence, partPeriodPence } from '#shared/domain/calendar/pro-rata.ts';

const period = { start: '2026-04-06', end: '2026-05-03' };

describe('Money for part of a pay period', () => {
  it.each([
    [62000, '2026-04-06', '2026-05-03', 248000, 'the whole of it'],
    [62000, '2026-04-06', '2026-04-06', 8858, 'its first day, 88.571... rounded up'],
    [62000, '2026-04-07', '2026-05-03', 239142, 'the rest of it'],
    [62000, '2026-04-13', '2026-04-19', 62000, 'a week in the middle'],
    [62000, '2026-05-03', '2026-05-03', 8857, 'its last day, left over'],
    [0, '2026-04-06', '2026-05-03', 0, 'nothing a week'],
    [1, '2026-04-06', '2026-04-12', 1, 'a penny a week, a week'],
  ])('at %i pence a week from %s to %s is %i (%s)', (weeklyPence, from, to, pence) => {
    expect(partPeriodPence(weeklyPence, period, { from, to })).toBe(pence);
  });

  it('adds up to four weeks exactly, wherever the period is parted', () => {
    const parting = fc.integer({ min: 1, max: 27 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), parting, parting, (weekly, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const days = (from: number, to: number) =>
          partPeriodPence(weekly, period, {
            from: addDays(period.start, from),
            to: addDays(period.start, to),
          });
        expect(days(0, first - 1) + days(first, 27)).toBe(fourWeeklyPence(weekly));
        expect(
          days(0, first - 1) + days(first, second) + (second < 27 ? days(second + 1, 27) : 0),
        ).toBe(fourWeeklyPence(weekly));
      }),
    );
  });

  it('is never as much as a penny away from the exact share of its days', () => {
    const day = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), day, day, (weekly, a, b) => {
        const part = {
          from: addDays(period.start, Math.min(a, b)),
          to: addDays(period.start, Math.max(a, b)),
        };
        const exact = (weekly * (Math.abs(a - b) + 1)) / 7;
        expect(Math.abs(partPeriodPence(weekly, period, part) - exact)).toBeLessThan(1);
      }),
    );
  });

  it.each([
    ['2026-04-05', '2026-04-10'],
    ['2026-04-10', '2026-05-04'],
    ['2026-04-10', '2026-04-09'],
  ])('is not given from %s to %s, which is not within the period', (from, to) => {
    expect(() => partPeriodPence(62000, period, { from, to })).toThrow('not within');
  });
});
