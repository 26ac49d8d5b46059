import {
  contributionTowards,
  type FinancesKnown,
  shareContribution,
} from '../budget/contribution.ts';
import { type Pence, sumPence } from '../money/pence.ts';
import type { LivePlan } from '../plan/plan-state.ts';

/** What an agreement pays by the week, in pence. */
export interface PaymentTerms {
  readonly weeklyPence: Pence;
  readonly weeklyContributionPence: Pence;
  readonly isContributionProvisional: boolean;
}

/** The terms of one part of the live plan, with the contribution as it is known today: a net part
 * has its share taken off, a gross one is paid in full and its share is billed apart. */
export function termsOf(
  live: LivePlan,
  partId: string,
  finances: FinancesKnown | null,
  provisionalWeeklyPence: Pence,
): PaymentTerms {
  const part = live.parts.find(({ id }) => id === partId);
  const chargeable = sumPence(live.parts.map((each) => each.chargeableWeeklyPence));
  const owed = contributionTowards(chargeable, finances, provisionalWeeklyPence);
  const share = shareContribution(live.parts, owed.weeklyPence).get(partId) ?? 0;
  return {
    weeklyPence: part?.weeklyPence ?? 0,
    weeklyContributionPence: part?.contribution === 'net' ? share : 0,
    isContributionProvisional: owed.isProvisional,
  };
}
