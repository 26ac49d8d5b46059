import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Frequency,
  weeklyIncomePence,
  weeklyOutgoingPence,
} from '#shared/domain/money/weekly-amounts.ts';

describe('An amount by the week', () => {
  it.each([
    [16796, 'week', 16796, 16796],
    [100, 'four-weeks', 25, 25],
    [101, 'four-weeks', 25, 26],
    [52000, 'year', 1000, 1000],
    [52001, 'year', 1000, 1001],
    [51999, 'year', 999, 1000],
    [43333, 'calendar-month', 9999, 10000],
    [13, 'calendar-month', 3, 3],
  ] as const)(
    'of %i pence every %s is %i of income and %i of outgoings',
    (pence, every, ...weekly) => {
      expect(weeklyIncomePence(pence, every)).toBe(weekly[0]);
      expect(weeklyOutgoingPence(pence, every)).toBe(weekly[1]);
    },
  );

  it('never counts more income or less cost than the person has', () => {
    const perYear = { week: 52n, 'four-weeks': 13n, 'calendar-month': 12n, year: 1n } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.constantFrom(...Frequency.options),
        (pence, every) => {
          const yearly = BigInt(pence) * perYear[every];
          const income = BigInt(weeklyIncomePence(pence, every)) * 52n;
          const cost = BigInt(weeklyOutgoingPence(pence, every)) * 52n;
          expect(income <= yearly && yearly < income + 52n).toBe(true);
          expect(cost >= yearly && yearly > cost - 52n).toBe(true);
        },
      ),
    );
  });
});
