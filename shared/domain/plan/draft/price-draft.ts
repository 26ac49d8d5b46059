import * as z from 'zod';
import { Pence } from '../../money/pence.ts';
import { lineCostPence } from '../plan-line.ts';
import { type CostedLine, PlanTotals, planTotals } from '../plan-totals.ts';
import { AgainstIndicative, against } from '../versions/total-draft.ts';
import type { DraftContent, UnfinishedLine } from './plan-draft.ts';

/** What a draft comes to so far. */
export const PricedDraft = z
  .strictObject({
    totals: PlanTotals,
    /** What each line costs, a week or once; null while its units or their price are missing. */
    lines: z.array(z.strictObject({ id: z.string(), pence: Pence.nullable() })),
    /** Null before an indicative budget was worked. */
    againstIndicative: AgainstIndicative.nullable(),
  })
  .meta({ id: 'PricedDraft' });
export type PricedDraft = z.infer<typeof PricedDraft>;

/** Prices a plan as it is being written, in pence, by the arithmetic of the plan that will be signed off.
 * What nobody has said who pays for counts as the council's, and what nobody has said how often as
 * weekly. */
export function priceDraft(
  { lines }: DraftContent,
  indicativeWeeklyPence: Pence | undefined,
): PricedDraft {
  const totals = planTotals(lines.flatMap(costed));
  return {
    totals,
    lines: lines.map((line) => ({ id: line.id, pence: penceOf(line) ?? null })),
    againstIndicative:
      indicativeWeeklyPence === undefined ? null : against(indicativeWeeklyPence, totals.budget),
  };
}

export function penceOf({ unitsHundredths, unitPence }: UnfinishedLine): Pence | undefined {
  return unitsHundredths === undefined || unitPence === undefined
    ? undefined
    : lineCostPence({ unitsHundredths, unitPence });
}

function costed(line: UnfinishedLine): CostedLine[] {
  const pence = penceOf(line);
  if (pence === undefined) return [];
  const { component, funding = { funder: 'council' } } = line;
  return line.kind === 'one-off'
    ? [{ kind: 'one-off', component, funding, oneOffPence: pence }]
    : [{ kind: 'weekly', component, funding, weeklyPence: pence }];
}
