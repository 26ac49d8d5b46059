import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { isBeyondFourWeeks } from '#shared/domain/plan/spending/care-home-limit.ts';

function stays(...pairs: readonly (readonly [string, string])[]) {
  return pairs.map(([firstNight, lastNight]) => ({ firstNight, lastNight }));
}

/** Fourteen stays, the last of which ends on 1 January 2027. */
const twoNightsEvery26Days = Array.from({ length: 14 }, (_, index) => {
  const last = addDays('2026-01-02', 26 * (index + 1));
  return [addDays(last, -1), last] as const;
});

describe('Stays in a care home', () => {
  it.each([
    ['none', stays(), false],
    ['28 nights', stays(['2026-06-01', '2026-06-28']), false],
    ['29 nights', stays(['2026-06-01', '2026-06-29']), true],
    [
      'four weeks and one night, with 27 nights at home between them',
      stays(['2026-06-01', '2026-06-28'], ['2026-07-26', '2026-07-26']),
      true,
    ],
    [
      'four weeks and one night, with 28 nights at home between them',
      stays(['2026-06-01', '2026-06-28'], ['2026-07-27', '2026-07-27']),
      false,
    ],
    [
      'the same nights bought by two lines',
      stays(['2026-06-01', '2026-06-20'], ['2026-06-01', '2026-06-20']),
      false,
    ],
    [
      'overlapping nights that make 29 together',
      stays(['2026-06-10', '2026-06-29'], ['2026-06-01', '2026-06-20']),
      true,
    ],
    [
      'a stay inside another',
      stays(['2026-06-01', '2026-06-28'], ['2026-06-05', '2026-06-06']),
      false,
    ],
    [
      'two weeks, a week at home, two weeks, in any order',
      stays(['2026-06-22', '2026-07-05'], ['2026-06-01', '2026-06-14']),
      false,
    ],
    [
      'two weeks, a week at home, two weeks and a night',
      stays(['2026-06-22', '2026-07-06'], ['2026-06-01', '2026-06-14']),
      true,
    ],
    [
      'four weeks in two stays that share a night',
      stays(['2026-06-01', '2026-06-14'], ['2026-06-14', '2026-06-28']),
      false,
    ],
    [
      'two nights in every 26 days, 28 in all, and one on the first of the twelve months',
      stays(['2026-01-02', '2026-01-02'], ...twoNightsEvery26Days),
      true,
    ],
    [
      'the same and one on the day before the twelve months',
      stays(['2026-01-01', '2026-01-01'], ...twoNightsEvery26Days),
      false,
    ],
    [
      'two nights every fourth week for two years, of which only twelve months count together',
      stays(
        ...Array.from({ length: 26 }, (_, index) => {
          const day = addDays('2026-01-01', index * 28);
          return [day, addDays(day, 1)] as const;
        }),
      ),
      false,
    ],
  ])('of %s go beyond four weeks: %s', (_, given, expected) => {
    expect(isBeyondFourWeeks(given, 28)).toBe(expected);
  });
});
