import type { Pence } from '../money/pence.ts';

/** How a person's finances stand, as far as their contribution goes. */
export interface FinancesKnown {
  readonly status: 'assessed' | 'provisional' | 'refused';
  /** Null where the person pays all that their care costs. */
  readonly weeklyContributionPence: Pence | null;
}

export interface Contribution {
  readonly weeklyPence: Pence;
  readonly isProvisional: boolean;
}

/** What the person pays by the week towards care that costs so much, in pence. Support never waits
 * for the financial assessment: until it is done the council's provisional amount holds. The full
 * cost is asked only where capital is over the limit or an assessment is refused (SI 2014/2672 reg
 * 10(1), reg 12), and nobody pays more than the care costs (Care Act 2014 s14(4)). */
export function contributionTowards(
  chargeableWeeklyPence: Pence,
  finances: FinancesKnown | null,
  provisionalWeeklyPence: Pence,
): Contribution {
  if (finances !== null && finances.weeklyContributionPence === null) {
    return { weeklyPence: chargeableWeeklyPence, isProvisional: false };
  }
  const asked = finances?.weeklyContributionPence ?? provisionalWeeklyPence;
  return {
    weeklyPence: Math.min(asked, chargeableWeeklyPence),
    isProvisional: finances?.status !== 'assessed',
  };
}

interface ChargeablePart {
  readonly id: string;
  readonly chargeableWeeklyPence: Pence;
}

/** The share of the contribution that each part bears, in the plan's own order and each up to what
 * may be charged for it, so that the shares always add up. */
export function shareContribution(
  parts: readonly ChargeablePart[],
  contributionWeeklyPence: Pence,
): ReadonlyMap<string, Pence> {
  let left = contributionWeeklyPence;
  return new Map(
    parts.map(({ id, chargeableWeeklyPence }) => {
      const share = Math.min(left, chargeableWeeklyPence);
      left -= share;
      return [id, share];
    }),
  );
}
