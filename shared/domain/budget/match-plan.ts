import { formatPounds } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { planTotals } from '../plan/plan-totals.ts';
import type { SupportPlan } from '../plan/support-plan.ts';
import type { BudgetPart, PersonalBudget } from './personal-budget.ts';

const nothing = { weeklyPence: 0, oneOffPence: 0 };

/** Whether a budget is the one that the plan describes: the same parts, held the same way, each
 * worth what its lines cost, in pence (Care Act 2014 s26: the cost of meeting the needs). Refuses
 * `parts-do-not-add-up`. */
export function checkBudgetMatchesPlan(
  budget: PersonalBudget,
  plan: SupportPlan,
): Outcome<PersonalBudget> {
  const costs = new Map(Object.entries(planTotals(plan.lines).byPart));
  const absent = plan.parts.find((part) => !budget.parts.some(({ id }) => id === part.id));
  if (absent !== undefined) {
    return refuse(
      'parts-do-not-add-up',
      `The budget lacks the plan's part ${absent.id}.`,
      '/parts',
    );
  }
  for (const [index, part] of budget.parts.entries()) {
    const pointer = `/parts/${index}`;
    const planned = plan.parts.find(({ id }) => id === part.id);
    if (planned === undefined) {
      return refuse('parts-do-not-add-up', `The plan has no part ${part.id}.`, `${pointer}/id`);
    }
    if (planned.holding !== part.holding) {
      const detail = `The plan holds ${part.id} as ${planned.holding}, the budget as ${part.holding}.`;
      return refuse('parts-do-not-add-up', detail, `${pointer}/holding`);
    }
    const checked = checkPartCost(part, costs.get(part.id) ?? nothing, pointer);
    if (!checked.accepted) return checked;
  }
  return accept(budget);
}

function checkPartCost(
  part: BudgetPart,
  cost: { readonly weeklyPence: number; readonly oneOffPence: number },
  pointer: string,
): Outcome<BudgetPart> {
  for (const field of ['weeklyPence', 'oneOffPence'] as const) {
    if (part[field] === cost[field]) continue;
    const detail = `The lines of ${part.id} cost ${formatPounds(cost[field])}, not ${formatPounds(part[field])}.`;
    return refuse('parts-do-not-add-up', detail, `${pointer}/${field}`);
  }
  return accept(part);
}
