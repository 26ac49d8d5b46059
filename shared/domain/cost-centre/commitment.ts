import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import { apportion } from '../money/apportion.ts';
import { Pence } from '../money/pence.ts';
import type { BudgetPartState } from '../plan/plan-state.ts';
import { firstBoughtPence } from '../plan/versions/bought-once.ts';
import { addCurve, type CostCurve, noCost } from './cost-curve.ts';

const Cost = z.strictObject({
  costCentre: z.string(),
  on: CivilDate,
  weeklyPence: Pence,
  oncePence: Pence,
});
type Cost = z.infer<typeof Cost>;

/** What one event of a case says that the council is committed to from a day on, before what the
 * person contributes. */
export const Commitment = z.strictObject({
  event: z.int().positive(),
  /** A plan that is authorised and has not started counts while nothing follows it. */
  kind: z.enum(['authorised', 'started', 'ended']),
  from: CivilDate,
  costs: z.array(Cost),
});
export type Commitment = z.infer<typeof Commitment>;

interface CaseEvent {
  readonly sequence: number;
  readonly type: string;
  readonly after: CaseState;
}

/** What an event says of the commitment: only an authorisation, a start and an end move it, and never a
 * payment. Nothing for any other event. */
export function commitmentOf({ sequence, type, after }: CaseEvent): Commitment | undefined {
  const event = sequence;
  if (after.status === 'closed') {
    return { event, kind: 'ended', from: addDays(after.closedOn, 1), costs: [] };
  }
  const { live, plan } = after;
  if (type === 'support-started' && live) {
    const costs = live.parts.flatMap((part) => costsOf(part, live.planVersion, part.startedOn));
    return { event, kind: 'started', from: live.startedOn, costs };
  }
  const authorisedOn = after.workflow.verdicts['authorise-budget']?.on;
  if (type === 'budget-authorised' && plan && authorisedOn !== undefined) {
    const from = laterOf(authorisedOn, plan.notBefore);
    const costs = plan.parts.flatMap((part) => costsOf(part, plan.version, from));
    return { event, kind: 'authorised', from, costs };
  }
  return undefined;
}

function laterOf(day: CivilDate, other: CivilDate | null): CivilDate {
  return other !== null && other > day ? other : day;
}

/** A part's cost by cost centre. What is bought once falls to them as the weekly cost does, which is
 * how the ledger shares out the payments of the part. */
function costsOf(part: BudgetPartState, version: number, on: CivilDate): Cost[] {
  const { costs = {}, weeklyPence } = part;
  const centres = Object.entries(costs);
  const weights = centres.map(([, weight]) => weight);
  const weekly = apportion(weeklyPence, weights);
  const once = apportion(firstBoughtPence(part, version), weights);
  return centres.map(([costCentre], place) => ({
    costCentre,
    on,
    weeklyPence: weekly[place] ?? 0,
    oncePence: once[place] ?? 0,
  }));
}

/** What a case costs each cost centre, from all that its events said, in whatever order they came. A
 * plan costs what it costs until the day before the next one, the live plan going on until then. */
export function curvesOf(said: readonly Commitment[]): ReadonlyMap<string, CostCurve> {
  const inOrder = said.toSorted((a, b) => a.event - b.event);
  const counting = inOrder.filter(
    ({ kind }, place) => kind !== 'authorised' || place === inOrder.length - 1,
  );
  const curves = new Map<string, CostCurve>();
  for (const [place, { costs }] of counting.entries()) {
    // The earliest day on which something later takes over.
    const until = counting
      .slice(place + 1)
      .map(({ from }) => from)
      .toSorted()[0];
    for (const cost of costs) {
      const curve = curves.get(cost.costCentre) ?? noCost;
      curves.set(cost.costCentre, addCurve(curve, curveOf(cost, until)));
    }
  }
  return curves;
}

function curveOf({ on, weeklyPence, oncePence }: Cost, until: CivilDate | undefined): CostCurve {
  if (until !== undefined && until <= on) return noCost;
  const end = until === undefined ? {} : { [until]: -weeklyPence };
  return { weekly: { [on]: weeklyPence, ...end }, once: { [on]: oncePence } };
}
