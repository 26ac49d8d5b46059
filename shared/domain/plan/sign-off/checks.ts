import * as z from 'zod';
import { CivilDate, daysBetween } from '../../calendar/civil-date.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';

const Check = z.strictObject({ passed: z.boolean(), reason: Reason });

/** The three checks of sign-off, each a person's judgement with its reason, and the named way to
 * buy the plan at a local price of that day, which shows that the sum is sufficient (KM v
 * Cambridgeshire [2012] UKSC 23). */
export const PlanChecks = z
  .strictObject({
    meetsNeeds: Check,
    managesRisk: Check,
    withinBudget: Check,
    howItCanBeBought: z.strictObject({ way: Reason, pricedOn: CivilDate }),
  })
  .meta({ id: 'PlanChecks' });
export type PlanChecks = z.infer<typeof PlanChecks>;

const checkNames = ['meetsNeeds', 'managesRisk', 'withinBudget'] as const;

const unmet = {
  meetsNeeds: 'The plan does not meet the eligible needs.',
  managesRisk: 'The plan does not manage the risks.',
  withinBudget: 'The plan is not within the budget, and nobody has agreed that it may be above it.',
} satisfies Record<(typeof checkNames)[number], string>;

/** Days for which a price is still one of today. No law names a number: prices of care are agreed by
 * the month. */
const priceAgeDaysMax = 31;

/** Whether a plan may be authorised. `withinBudget` asks whether the amount is agreed, not whether
 * the council has money left: a cash limit never refuses a plan that meets eligible needs (Care Act
 * 2014 s18). Refuses `checks-incomplete` for the first check that did not pass, and for a price that
 * is not of today. */
export function checkChecks(checks: PlanChecks, today: CivilDate): Outcome<PlanChecks> {
  const failed = checkNames.find((name) => !checks[name].passed);
  if (failed !== undefined) {
    return refuse('checks-incomplete', unmet[failed], `/checks/${failed}/passed`);
  }
  const ageDays = daysBetween(checks.howItCanBeBought.pricedOn, today);
  if (ageDays >= 0 && ageDays <= priceAgeDaysMax) return accept(checks);
  const detail = `Say at what price the plan can be bought today: one of the last ${priceAgeDaysMax} days.`;
  return refuse('checks-incomplete', detail, '/checks/howItCanBeBought/pricedOn');
}
