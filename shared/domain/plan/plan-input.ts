import * as z from 'zod';
import {
  contributionTowards,
  type FinancesKnown,
  shareContribution,
} from '../budget/contribution.ts';
import { ContributionBasis, Payee, type PersonalBudget } from '../budget/personal-budget.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { sumPence } from '../money/pence.ts';
import type { BudgetPartState } from './plan-state.ts';
import { costsByCentre, linesOfPart, planTotals } from './plan-totals.ts';
import { SupportPlan } from './support-plan.ts';

const Key = z.string().trim().min(1).max(80);
const Name = z.string().trim().min(1).max(200);

/** How a part of the budget is to be held. Its amounts follow from the lines. */
const PlannedPart = z
  .discriminatedUnion('holding', [
    z.strictObject({
      id: Key,
      holding: z.literal('direct-payment'),
      contribution: ContributionBasis,
      payee: Payee,
    }),
    z.strictObject({ id: Key, holding: z.literal('council-managed') }),
    z.strictObject({
      id: Key,
      holding: z.literal('third-party'),
      contribution: ContributionBasis,
      organisation: Name,
    }),
  ])
  .meta({ id: 'PlannedPart' });

/** A support plan as it is written: its content, and from which day the budget is meant to
 * start. */
export const WrittenPlan = SupportPlan.extend({
  parts: z.array(PlannedPart).max(20),
  budgetFrom: CivilDate,
}).meta({ id: 'WrittenPlan' });
export type WrittenPlan = z.infer<typeof WrittenPlan>;

/** Whether anybody may be charged for a line: after-care never, aids of any cost never (SI 2014/2672 reg
 * 3), and what is given to the adult whom a carer looks after never the carer (Care Act 2014 s14(3)). */
function mayBeCharged({ funding, component, givenToCaredFor }: WrittenPlan['lines'][number]) {
  return funding.funder === 'council' && component !== 'Equipment' && !givenToCaredFor;
}

/** The parts of the budget with what their lines cost, in pence. */
export function partStates(plan: WrittenPlan): BudgetPartState[] {
  const { byPart } = planTotals(plan.lines);
  const chargeable = planTotals(plan.lines.filter(mayBeCharged));
  return plan.parts.map((part) => ({
    id: part.id,
    holding: part.holding,
    weeklyPence: byPart[part.id]?.weeklyPence ?? 0,
    oneOffPence: byPart[part.id]?.oneOffPence ?? 0,
    chargeableWeeklyPence: chargeable.byPart[part.id]?.weeklyPence ?? 0,
    costs: costsByCentre(linesOfPart(plan.lines, part.id)),
    contribution: part.holding === 'council-managed' ? 'gross' : part.contribution,
    payee: part.holding === 'direct-payment' ? part.payee : null,
    agreementId: null,
  }));
}

/** The personal budget that the plan's lines and the person's finances make, in pence (Care Act
 * 2014 s26): the contribution is provisional until the financial assessment replaces it. */
export function budgetOf(
  plan: WrittenPlan,
  finances: FinancesKnown | null,
  provisionalWeeklyPence: number,
): PersonalBudget {
  const states = partStates(plan);
  const chargeableWeeklyPence = sumPence(states.map((part) => part.chargeableWeeklyPence));
  const owed = contributionTowards(chargeableWeeklyPence, finances, provisionalWeeklyPence);
  const shares = shareContribution(states, owed.weeklyPence);
  const { weeklyPence, oneOffPence } = planTotals(plan.lines).budget;
  return {
    weeklyPence,
    oneOffPence,
    contributionWeeklyPence: owed.weeklyPence,
    isContributionProvisional: owed.isProvisional,
    parts: plan.parts.map((part, place) => {
      const amounts = {
        weeklyPence: states[place]?.weeklyPence ?? 0,
        oneOffPence: states[place]?.oneOffPence ?? 0,
        contributionWeeklyPence: shares.get(part.id) ?? 0,
      };
      return part.holding === 'council-managed'
        ? { ...part, ...amounts, contribution: 'gross' }
        : { ...part, ...amounts };
    }),
  };
}
