import type { CivilDate } from '../calendar/civil-date.ts';
import type { Refusal } from '../outcome.ts';
import { areOneStay } from '../plan/spending/care-home-limit.ts';
import type { PlanBuys } from '../plan/spending/plan-buys.ts';
import { prohibitedAmong, type SpendingRules } from '../plan/spending/prohibited.ts';
import type { PurchaseCategory } from '../plan/spending/purchase-category.ts';
import type { OneOffPayment } from './one-off-payment.ts';

/** What a one-off payment is held against. */
export interface BesidePlan {
  /** What the plan buys by which the agreement is paid. */
  readonly planned: PlanBuys;
  /** What was asked for or bought once beside the plan before. */
  readonly beside?: readonly PurchaseCategory[];
  /** The council's rules, and the stays in care homes that were bought besides that plan. */
  readonly rules: SpendingRules;
}

/** Everything for which a one-off payment may not be made: `outcome-not-in-plan`, because a direct payment
 * meets the needs that its plan names (Care Act 2014 s31); `purchase-prohibited`, as for a line of the
 * plan; and `reason-needed` where the same is paid for already. */
export function oneOffFaults(
  input: OneOffPayment,
  { planned, beside = [], rules }: BesidePlan,
  on: CivilDate,
): Refusal[] {
  const { outcome } = input;
  const staysBought = [...(rules.staysBought ?? []), ...(planned.careHomeStays ?? [])];
  const judged = { purchase: input, at: '', isPaidDirectly: true };
  const faults = prohibitedAmong([judged], { ...rules, staysBought }, on);
  if (!planned.outcomes.includes(outcome)) {
    const detail = `The plan that is paid names no outcome ${outcome}: change the plan first.`;
    faults.unshift({ kind: 'outcome-not-in-plan', detail, pointer: '/outcome' });
  }
  const isPaidAlready =
    [...planned.once, ...beside].includes(input.purchase) ||
    staysBought.some((bought) => input.careHomeStays?.some((stay) => areOneStay(stay, bought)));
  // What breaks, or costs more than was planned, may be bought beside the plan: somebody says that it is so.
  if (isPaidAlready && input.whyAgain === undefined) {
    const detail = `The plan, or another payment, pays for ${input.purchase} already: say why again.`;
    faults.push({ kind: 'reason-needed', detail, pointer: '/whyAgain' });
  }
  return faults;
}
