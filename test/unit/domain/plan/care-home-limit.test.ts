import { describe, expect, it } from 'vitest';
import { isBeyondFourWeeks } from '#shared/domain/plan/care-home-limit.ts';

function stays(...pairs: readonly (readonly [string, string])[]) {
  return pairs.map(([firstNight, lastNight]) => ({ firstNight, lastNight }));
}

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
      'a night every fourth week for two years: only twelve months count together',
      stays(
        ...Array.from({ length: 26 }, (_, index) => {
          const day = new Date(Date.UTC(2026, 0, 1 + index * 28)).toISOString().slice(0, 10);
          const next = new Date(Date.UTC(2026, 0, 2 + index * 28)).toISOString().slice(0, 10);
          return [day, next] as const;
        }),
      ),
      false,
    ],
  ])('of %s go beyond four weeks: %s', (_, given, expected) => {
    expect(isBeyondFourWeeks(given, 28)).toBe(expected);
  });
});
