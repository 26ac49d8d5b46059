import * as z from 'zod';
import type { CaseState } from '../../case/case-state.ts';
import { EnteredPence, Pence, SignedPence, sumPence } from '../../money/pence.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import { lineCostPence } from '../plan-line.ts';
import { type Cost, type CostedLine, PlanTotals, planTotals } from '../plan-totals.ts';
import { ServiceComponent } from '../spending/service-component.ts';

const Key = z.string().trim().min(1).max(80);

/** As much of a line as its cost depends on: the words may still be missing. */
const DraftLine = z
  .strictObject({
    id: Key,
    kind: z.enum(['weekly', 'one-off']),
    component: ServiceComponent,
    unitsHundredths: z.int().min(1).max(1_000_000),
    unitPence: EnteredPence,
    funding: z.strictObject({
      funder: z.enum(['council', 's117', 'nhs']),
      partId: Key.optional(),
    }),
  })
  .meta({ id: 'DraftPlanLine' });
type DraftLine = z.infer<typeof DraftLine>;

export const DraftPlan = z
  .strictObject({ lines: z.array(DraftLine).max(200) })
  .meta({ id: 'DraftPlan' });
export type DraftPlan = z.infer<typeof DraftPlan>;

/** How a sum by the week stands to the indicative one: below zero where the plan costs less. */
export const AgainstIndicative = z
  .strictObject({
    indicativeWeeklyPence: Pence,
    indicativeFourWeeklyPence: Pence,
    differenceWeeklyPence: SignedPence,
    differenceFourWeeklyPence: SignedPence,
  })
  .meta({ id: 'AgainstIndicative' });
type AgainstIndicative = z.infer<typeof AgainstIndicative>;

export const DraftTotals = z
  .strictObject({
    totals: PlanTotals,
    lines: z.array(z.strictObject({ id: z.string(), pence: Pence })),
    /** Null before an indicative budget was worked. */
    againstIndicative: AgainstIndicative.nullable(),
  })
  .meta({ id: 'DraftTotals' });
type DraftTotals = z.infer<typeof DraftTotals>;

/** What a plan costs as it is being written, by the arithmetic of the plan that will be signed off.
 * Refuses `case-closed`. */
export function totalDraft(state: CaseState, draft: DraftPlan): Outcome<DraftTotals> {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const totals = planTotals(draft.lines.map(costed));
  const indicative = state.allocation?.weeklyPence;
  return accept({
    totals,
    lines: draft.lines.map((line) => ({ id: line.id, pence: lineCostPence(line) })),
    againstIndicative: indicative === undefined ? null : against(indicative, totals.budget),
  });
}

function costed(line: DraftLine): CostedLine {
  const { kind, component, funding } = line;
  const pence = lineCostPence(line);
  return kind === 'weekly'
    ? { kind, component, funding, weeklyPence: pence }
    : { kind, component, funding, oneOffPence: pence };
}

export function against(indicativeWeeklyPence: Pence, budget: Cost): AgainstIndicative {
  const differenceWeeklyPence = sumPence([budget.weeklyPence, -indicativeWeeklyPence]);
  return {
    indicativeWeeklyPence,
    // A pay period is four weeks; a calendar month is never used.
    indicativeFourWeeklyPence: indicativeWeeklyPence * 4,
    differenceWeeklyPence,
    differenceFourWeeklyPence: differenceWeeklyPence * 4,
  };
}
