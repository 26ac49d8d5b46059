import {
  contributionTowards,
  type FinancesKnown,
  shareContribution,
} from '../budget/contribution.ts';
import { type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import { type Pence, type SignedPence, scalePence, sumPence } from '../money/pence.ts';
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

/** What days already paid at the old terms still lack at the new ones, in pence; negative where
 * they were paid too much. Each day is a seventh of the week. */
export function differencePence(
  terms: { readonly old: PaymentTerms; readonly now: PaymentTerms },
  days: { readonly from: CivilDate; readonly paidThrough: CivilDate },
): SignedPence {
  const count = Math.max(0, daysBetween(days.from, days.paidThrough) + 1);
  return worthOfDays(terms.now, count) - worthOfDays(terms.old, count);
}

/** What so many days are worth after the contribution, in pence: a payment is never below nothing. */
export function worthOfDays(
  { weeklyPence, weeklyContributionPence }: Omit<PaymentTerms, 'isContributionProvisional'>,
  days: number,
): Pence {
  const netPence = Math.max(0, weeklyPence - weeklyContributionPence);
  return scalePence(netPence, { times: days, over: 7 }, 'up');
}
