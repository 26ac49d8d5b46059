import * as z from 'zod';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence } from '../../money/pence.ts';
import { Frequency } from '../../money/weekly-amounts.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { ChargeLine } from '../charge.ts';
import { penceUp, weeklyParts } from '../exact-weekly.ts';

const labels = {
  rent: 'Rent',
  mortgage: 'Mortgage',
  'council-tax': 'Council Tax',
  'service-charge': 'Service charge',
  'ground-rent': 'Ground rent',
};

export const HousingCost = z
  .strictObject({
    id: z.string().trim().min(1).max(80),
    kind: z.enum(['rent', 'mortgage', 'council-tax', 'service-charge', 'ground-rent']),
    /** The person's own share of it. */
    pence: EnteredPence,
    every: Frequency,
    /** What a benefit or a reduction pays of it, for the same length of time. */
    metByBenefitPence: EnteredPence.default(0),
    evidence: Reason,
  })
  .meta({ id: 'HousingCost' });
export type HousingCost = z.infer<typeof HousingCost>;

/** What is taken off, in exact parts of a penny, and the lines that say so. */
export interface Deduction {
  readonly parts: number;
  readonly lines: readonly ChargeLine[];
}

/** What the person pays by the week for their main or only home, less what a benefit pays of it
 * (SI 2014/2672 Sch 1 para 2). Refuses `invalid-input` where the benefit is more than the cost. */
export function housingCosts(costs: readonly HousingCost[]): Outcome<Deduction> {
  let parts = 0;
  const lines: ChargeLine[] = [];
  for (const [place, cost] of costs.entries()) {
    if (cost.metByBenefitPence > cost.pence) {
      const detail = 'The benefit pays more than the cost.';
      return refuse('invalid-input', detail, `/housingCosts/${place}/metByBenefitPence`);
    }
    const own = weeklyParts(cost.pence - cost.metByBenefitPence, cost.every);
    parts += own;
    const label = labels[cost.kind];
    lines.push({
      section: 'housing',
      label: cost.metByBenefitPence > 0 ? `${label}, less what a benefit pays` : label,
      statedPence: penceUp(weeklyParts(cost.pence, cost.every)),
      countedPence: 0 - penceUp(own),
      law: 'SI 2014/2672 Sch 1 para 2',
      evidence: cost.evidence,
    });
  }
  return accept({ parts, lines });
}
