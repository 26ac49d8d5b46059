import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CareLine } from '../charging/input/care-lines.ts';
import { PlanLine } from '../plan/plan-line.ts';

/** What charging needs of the body of a plan. */
export const ChargedPlan = z.object({ lines: z.array(PlanLine) });
export type ChargedPlan = z.infer<typeof ChargedPlan>;

const labelLengthMax = 200;

/** The care of a plan as it is charged for, by the week. What is bought once is not charged by the
 * week and stands in no line. */
export function careOfPlan({ lines }: ChargedPlan, freeFrom: CivilDate): CareLine[] {
  return lines.flatMap((line) => {
    if (line.kind !== 'weekly') return [];
    const { funder } = line.funding;
    const { id, weeklyPence } = line;
    const label = line.activity.slice(0, labelLengthMax);
    const paidByOthers = funder === 'council' ? [] : [{ funder, weeklyPence }];
    const evidence = 'The support plan';
    return [{ ...kindOf(line, freeFrom), id, label, weeklyPence, paidByOthers, evidence }];
  });
}

/** What the law makes of a line: aids and the first six weeks of reablement are free, and the
 * replacement of a carer is never charged to the carer (SI 2014/2672 reg 3; Care Act 2014
 * s14(3)). */
function kindOf({ component, givenToCaredFor }: PlanLine, firstDay: CivilDate) {
  if (givenToCaredFor) return { kind: 'replacement-care' } as const;
  switch (component) {
    case 'Equipment':
      return { kind: 'aid' } as const;
    case 'Reablement':
      return { kind: 'reablement', firstDay } as const;
    case 'Carer Respite':
    case 'Carer Sitting Service':
      return { kind: 'replacement-care' } as const;
    default:
      return { kind: 'care' } as const;
  }
}
