import * as z from 'zod';
import { CareHomeStay } from './care-home-stay.ts';
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
