import * as z from 'zod';
import { CareHomeStay, partOf } from '../plan-line.ts';
import { type LinesAndParts, staysPaidDirectly } from './prohibited.ts';
import { PurchaseCategory } from './purchase-category.ts';

/** What a plan buys, as far as something that is bought beside it is held against it. */
export const PlanBuys = z
  .strictObject({
    /** The codes of the outcomes that its lines serve. */
    outcomes: z.array(z.string()),
    /** What its lines buy once. */
    once: z.array(PurchaseCategory),
    /** The stays in care homes that direct payments buy; absent where none does. */
    careHomeStays: z.array(CareHomeStay).exactOptional(),
  })
  .meta({ id: 'PlanBuys' });
export type PlanBuys = z.infer<typeof PlanBuys>;

export function buysOf(plan: LinesAndParts): PlanBuys {
  const { lines } = plan;
  const once = lines.filter((line) => line.kind === 'one-off' && partOf(line) !== undefined);
  const careHomeStays = staysPaidDirectly(plan);
  return {
    outcomes: [...new Set(lines.map(({ outcome }) => outcome))],
    once: [...new Set(once.map(({ purchase }) => purchase))],
    ...(careHomeStays.length > 0 && { careHomeStays }),
  };
}
