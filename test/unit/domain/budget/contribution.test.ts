import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionTowards, shareContribution } from '#shared/domain/budget/contribution.ts';

const assessed = { status: 'assessed', weeklyContributionPence: 4_200 } as const;

describe('what a person pays towards their care', () => {
  it.each([
    ['an assessment', assessed, 20_000, { weeklyPence: 4_200, isProvisional: false }],
    ['no assessment yet', null, 20_000, { weeklyPence: 1_000, isProvisional: true }],
    [
      'a refusal to be assessed, which costs the full amount',
      { status: 'refused', weeklyContributionPence: null } as const,
      20_000,
      { weeklyPence: 20_000, isProvisional: false },
    ],
    [
      'a provisional amount of their own',
      { status: 'provisional', weeklyContributionPence: 500 } as const,
      20_000,
      { weeklyPence: 500, isProvisional: true },
    ],
    ['care that costs less', assessed, 4_199, { weeklyPence: 4_199, isProvisional: false }],
  ])('follows from %s', (_from, finances, chargeable, owed) => {
    expect(contributionTowards(chargeable, finances, 1_000)).toEqual(owed);
  });

  it('is shared by the parts so that it adds up and no part bears more than it is worth', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 100 }), (weekly, percent) => {
        const parts = weekly.map((pence, place) => ({
          id: `part-${place}`,
          chargeableWeeklyPence: pence,
        }));
        const total = weekly.reduce((sum, pence) => sum + pence, 0);
        const owed = Math.floor((total * percent) / 100);
        const shares = shareContribution(parts, owed);
        expect([...shares.values()].reduce((sum, pence) => sum + pence, 0)).toBe(owed);
        for (const part of parts) {
          expect(shares.get(part.id)).toBeLessThanOrEqual(part.chargeableWeeklyPence);
        }
      }),
    );
  });
});
