import * as z from 'zod';
import { refusalBeforeEighteen } from '../budget/eighteenth-birthday.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { settleStep } from '../journey/workflow.ts';
import { formatPounds, sumPence } from '../money/pence.ts';
import { ServiceOrder } from '../order/service-order.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { PlanLine, partOf } from '../plan/plan-line.ts';
import type { BudgetPartState, PlanState } from '../plan/plan-state.ts';
import { planningLaw } from '../plan/planning-law.ts';

export const Arrangements = z
  .strictObject({ orders: z.array(ServiceOrder).max(100) })
  .meta({ id: 'Arrangements' });
export type Arrangements = z.infer<typeof Arrangements>;

/** What arranging needs of the plan's body. */
export const PlanToArrange = z.object({ lines: z.array(PlanLine), budgetFrom: CivilDate });
export type PlanToArrange = z.infer<typeof PlanToArrange>;

/** A line that is to start, and the day planned for it. */
export const LineToStart = z.strictObject({
  id: z.string(),
  partId: z.string(),
  kind: z.enum(['weekly', 'one-off']),
  plannedOn: CivilDate,
});
export type LineToStart = z.infer<typeof LineToStart>;

/** Records that all of the budget is arranged: a service order for each line that the council buys,
 * a direct payment agreement asked for each part that the person holds (Care Act 2014 s18, s31).
 * Refuses `plan-incomplete` for a line without an order, `parts-do-not-add-up` for orders above
 * what the two keys allow, `agreement-missing`, and `before-eighteenth-birthday`. */
export function arrangeSupport(
  state: CaseState,
  input: Arrangements,
  planned: PlanToArrange,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const settled = settleStep(state.workflow, {
    step: 'arrange-support',
    verdict: 'arranged',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const { plan } = state;
  if (!plan) return refuse('wrong-stage', 'There is no plan to arrange.');
  const lines = linesToStart(input, planned);
  const refused =
    refusalOfOrders(input.orders, plan, planned) ??
    plan.parts.map((part) => refusalOfPart(part, lines, input.orders)).find((found) => found);
  if (refused) return refused;
  return accept({
    type: 'support-arranged',
    body: {
      ...input,
      lines,
      planVersion: plan.version,
      agreements: plan.parts.flatMap(({ agreementId }) => agreementId ?? []),
      outcome: 'progress-to-support-planning',
      rule: planningLaw('support', moment.today),
    },
    next: withRecord({ ...state, workflow: settled.value }, 'arrangements', moment),
  });
}

function linesToStart({ orders }: Arrangements, planned: PlanToArrange): LineToStart[] {
  return planned.lines.flatMap((line) => {
    const partId = partOf(line);
    const order = orders.find(({ lineIds }) => lineIds.includes(line.id));
    const plannedOn = order?.startsOn ?? planned.budgetFrom;
    return partId === undefined ? [] : [{ id: line.id, partId, kind: line.kind, plannedOn }];
  });
}

function refusalOfOrders(
  orders: readonly ServiceOrder[],
  plan: PlanState,
  planned: PlanToArrange,
): Refused | undefined {
  for (const [place, order] of orders.entries()) {
    const pointer = `/orders/${place}`;
    const part = plan.parts.find(({ id }) => id === order.partId);
    if (!part || part.holding === 'direct-payment') {
      const detail = `The council orders nothing for the part "${order.partId}".`;
      return refuse('invalid-input', detail, `${pointer}/partId`);
    }
    const strange = order.lineIds.find(
      (lineId) => !planned.lines.some((line) => line.id === lineId && partOf(line) === part.id),
    );
    if (strange !== undefined) {
      const detail = `The part has no line "${strange}".`;
      return refuse('invalid-input', detail, `${pointer}/lineIds`);
    }
    const tooEarly = refusalBeforeEighteen(order.startsOn, plan.notBefore, `${pointer}/startsOn`);
    if (tooEarly) return tooEarly;
  }
  return plan.parts.map((part) => refusalOfPrice(part, orders)).find((found) => found);
}

/** Nothing is bought above what two people authorised: a higher price is a changed plan. */
function refusalOfPrice(
  part: BudgetPartState,
  orders: readonly ServiceOrder[],
): Refused | undefined {
  const ofPart = orders.filter(({ partId }) => partId === part.id);
  for (const field of ['weeklyPence', 'oneOffPence'] as const) {
    const ordered = sumPence(ofPart.map((order) => order[field]));
    if (ordered <= part[field]) continue;
    const detail =
      `The orders of ${part.id} come to ${formatPounds(ordered)}, ` +
      `and ${formatPounds(part[field])} was authorised.`;
    return refuse('parts-do-not-add-up', detail, '/orders');
  }
  return undefined;
}

function refusalOfPart(
  part: BudgetPartState,
  lines: readonly LineToStart[],
  orders: readonly ServiceOrder[],
): Refused | undefined {
  if (part.holding === 'direct-payment') {
    return part.agreementId === null
      ? refuse('agreement-missing', `Request the direct payment for the part ${part.id} first.`)
      : undefined;
  }
  const ordered = orders.flatMap(({ lineIds }) => lineIds);
  const wrong = lines
    .filter(({ partId }) => partId === part.id)
    .find(({ id }) => ordered.filter((lineId) => lineId === id).length !== 1);
  return wrong
    ? refuse('plan-incomplete', `The line ${wrong.id} needs one service order.`, '/orders')
    : undefined;
}
