import * as z from 'zod';

/** How a part of a personal budget is held (Care Act 2014 ss26, 31-33). A third party holds its
 * part as an Individual Service Fund. */
export const BudgetHolding = z
  .enum(['direct-payment', 'council-managed', 'third-party'])
  .meta({ id: 'BudgetHolding' });
export type BudgetHolding = z.infer<typeof BudgetHolding>;
