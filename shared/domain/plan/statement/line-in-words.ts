import * as z from 'zod';
import { adultOutcomeLabels } from '../../eligibility/adult-outcomes.ts';
import { carerOutcomeLabels } from '../../eligibility/carer-outcomes.ts';
import { facsIndicatorLabels } from '../../eligibility/facs-indicators.ts';
import { formatPounds, Pence } from '../../money/pence.ts';
import type { PlanLine } from '../plan-line.ts';

/** A line of a plan as the person reads it. */
export const LineInWords = z
  .strictObject({
    /** Its name in the plan, by which somebody can speak of it. */
    id: z.string(),
    outcome: z.string(),
    activity: z.string(),
    who: z.string(),
    when: z.string(),
    /** How many at what price, in words, and what that comes to. */
    howMuch: z.string(),
    isOnce: z.boolean(),
    pence: Pence,
    paidBy: z.string(),
  })
  .meta({ id: 'PlanLineInWords' });
export type LineInWords = z.infer<typeof LineInWords>;

const paidBy = {
  council: 'Your personal budget',
  s117: 'Your aftercare, for which you are not charged',
  nhs: 'The NHS',
} as const satisfies Record<PlanLine['funding']['funder'], string>;

const labels = new Map<string, string>(
  [adultOutcomeLabels, carerOutcomeLabels, facsIndicatorLabels].flatMap((each) =>
    Object.entries(each),
  ),
);

/** An outcome by its words where its code is one of the law's, and else by its own. */
export function outcomeInWords(code: string): string {
  const words = labels.get(code) ?? code;
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

export function lineInWords(line: PlanLine): LineInWords {
  const isOnce = line.kind === 'one-off';
  const often = isOnce ? 'once' : 'a week';
  const units = counted(line.unitsHundredths / 100, line.unit);
  return {
    id: line.id,
    outcome: outcomeInWords(line.outcome),
    activity: line.activity,
    who: line.supporter.name,
    when: line.when,
    howMuch: `${units} ${often}, at ${formatPounds(line.unitPence)} each`,
    isOnce,
    pence: line.kind === 'one-off' ? line.oneOffPence : line.weeklyPence,
    paidBy: paidBy[line.funding.funder],
  };
}

function counted(units: number, unit: PlanLine['unit']): string {
  return `${units} ${unit}${units === 1 ? '' : 's'}`;
}
