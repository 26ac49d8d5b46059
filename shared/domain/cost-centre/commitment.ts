import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import { apportion } from '../money/apportion.ts';
import { Pence, sumPence } from '../money/pence.ts';
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

/** What one event of a case, or of an agreement, says that the council is committed to from a day on, before
 * what the person contributes. */
export const Commitment = z.strictObject({
  event: z.int().positive(),
  /** A plan that is authorised and has not started counts while nothing follows it. */
  kind: z.enum(['authorised', 'started', 'ended', 'urgent', 'beside']),
  /** The agreement whose event it is, of what is bought once beside a plan. */
  agreementId: z.string().exactOptional(),
  from: CivilDate,
  /** The first day on which it is over, of what begins with an end: urgent support. */
  until: CivilDate.exactOptional(),
  costs: z.array(Cost),
});
export type Commitment = z.infer<typeof Commitment>;

interface CaseEvent {
  readonly sequence: number;
  readonly type: string;
  readonly after: CaseState;
}

const urgentTypes: readonly string[] = [
  'urgent-support-started',
  'urgent-support-confirmed',
  'urgent-support-renewed',
];

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
  if (urgentTypes.includes(type)) {
    return urgentCommitment(event, after.urgentSupport);
  }
  const authorisedOn = after.workflow.verdicts['authorise-budget']?.on;
  if (type === 'budget-authorised' && plan && authorisedOn !== undefined) {
    const from = laterOf(laterOf(authorisedOn, plan.notBefore), plan.budgetFrom ?? null);
    const costs = plan.parts.flatMap((part) => costsOf(part, plan.version, from));
    return { event, kind: 'authorised', from, costs };
  }
  return undefined;
}

/** Urgent support counts from its first day to the day of the second key, and with that to its last
 * (Care Act 2014 s19(3)). Nothing where no cost centre was named. */
function urgentCommitment(
  event: number,
  urgent: CaseState['urgentSupport'],
): Commitment | undefined {
  if (urgent?.costCentre === undefined) return undefined;
  const { costCentre, startedOn: on, weeklyPence, secondKeyBy, secondKeyDue, expiresOn } = urgent;
  const lastDay = secondKeyBy === null ? secondKeyDue : expiresOn;
  const costs = [{ costCentre, on, weeklyPence, oncePence: 0 }];
  return { event, kind: 'urgent', from: on, until: addDays(lastDay, 1), costs };
}

/** What two people have let be bought once beside a plan, on the day of the second key. It falls to the cost
 * centres of the agreement, as its payment will. */
export function commitmentBeside(
  authorised: { readonly agreementId: string; readonly event: number; readonly on: CivilDate },
  pence: Pence,
  costs: Readonly<Record<string, Pence>>,
): Commitment {
  const { agreementId, event, on } = authorised;
  const shares = apportion(pence, Object.values(costs));
  return {
    event,
    kind: 'beside',
    agreementId,
    from: on,
    costs: Object.keys(costs).map((costCentre, place) => ({
      costCentre,
      on,
      weeklyPence: 0,
      oncePence: shares[place] ?? 0,
    })),
  };
}

function laterOf(day: CivilDate, other: CivilDate | null): CivilDate {
  return other !== null && other > day ? other : day;
}

/** A part's cost by cost centre. What is bought once falls to the centre that its own line names, as the
 * ledger has its payment; in plans from before that was kept, as the weekly cost does. */
function costsOf(part: BudgetPartState, version: number, on: CivilDate): Cost[] {
  const { costs = {}, weeklyPence, boughtOnce = [] } = part;
  const own = boughtOnce.filter(({ since, costCentre }) => since === version && costCentre);
  const sharedPence = firstBoughtPence(part, version) - sumPence(own.map(({ pence }) => pence));
  const centres = Object.keys(costs);
  const weights = Object.values(costs);
  const weekly = apportion(weeklyPence, weights);
  const once = apportion(sharedPence, weights);
  const named = own.flatMap(({ costCentre }) => costCentre ?? []);
  return [...new Set([...centres, ...named])].map((costCentre, place) => ({
    costCentre,
    on,
    weeklyPence: weekly[place] ?? 0,
    oncePence: sumPence([
      once[place] ?? 0,
      ...own.filter((each) => each.costCentre === costCentre).map(({ pence }) => pence),
    ]),
  }));
}

/** What a case costs each cost centre, from all that its events said, in whatever order they came. A
 * plan costs what it costs until the day before the next one, the live plan going on until then. */
export function curvesOf(said: readonly Commitment[]): ReadonlyMap<string, CostCurve> {
  const everything = said.toSorted((a, b) => a.event - b.event);
  const inOrder = everything.filter(isOfPlans);
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
    addCosts(curves, costs, until);
  }
  for (const { costs, until } of urgentIn(everything)) addCosts(curves, costs, until);
  for (const { kind, costs } of said) if (kind === 'beside') addCosts(curves, costs, undefined);
  return curves;
}

/** Whether it is of the plans of a case, of which each takes over from the one before. */
function isOfPlans({ kind }: Commitment): boolean {
  return kind !== 'urgent' && kind !== 'beside';
}

function addCosts(
  curves: Map<string, CostCurve>,
  costs: readonly Cost[],
  until: CivilDate | undefined,
): void {
  for (const cost of costs) {
    const curve = curves.get(cost.costCentre) ?? noCost;
    curves.set(cost.costCentre, addCurve(curve, curveOf(cost, until)));
  }
}

/** Urgent support goes on beside whatever was planned before it, until its last day or until a plan that
 * starts after it, or the end of the case, takes over. What its second key says replaces its first. */
function urgentIn(inOrder: readonly Commitment[]): Commitment[] {
  return inOrder.flatMap((urgent, place) => {
    if (urgent.kind !== 'urgent') return [];
    const later = inOrder.slice(place + 1);
    const isReplaced = later.some(({ kind, from }) => kind === 'urgent' && from === urgent.from);
    if (isReplaced) return [];
    const ends = later
      .filter(({ kind }) => kind === 'started' || kind === 'ended')
      .map(({ from }) => from);
    const until = [...(urgent.until === undefined ? [] : [urgent.until]), ...ends].toSorted()[0];
    return [until === undefined ? urgent : { ...urgent, until }];
  });
}

function curveOf({ on, weeklyPence, oncePence }: Cost, until: CivilDate | undefined): CostCurve {
  if (until !== undefined && until <= on) return noCost;
  const end = until === undefined ? {} : { [until]: -weeklyPence };
  return { weekly: { [on]: weeklyPence, ...end }, once: { [on]: oncePence } };
}
