import * as z from 'zod';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence } from '../money/pence.ts';
import { purchaseFields } from '../plan/spending/purchase-fields.ts';

/** What is to be paid for once beside the lines of a plan: it says what a line of the plan says of what it
 * buys, because the same limits hold. */
export const OneOffPayment = z
  .strictObject({
    ...purchaseFields,
    pence: EnteredPence.min(1),
    purpose: z.enum(['equipment', 'training', 'back-pay', 'start-up', 'other']),
    /** Why it is bought although the plan, or another payment, has paid for the same already. */
    whyAgain: Reason.exactOptional(),
    reason: Reason,
  })
  .refine(({ purchase, careHomeStays }) => purchase !== 'care-home-stay' || careHomeStays, {
    path: ['careHomeStays'],
    message: 'Give the nights of each stay in a care home.',
  })
  .meta({ id: 'OneOffPayment' });
export type OneOffPayment = z.infer<typeof OneOffPayment>;
