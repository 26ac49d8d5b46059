import * as z from 'zod';
import { TimeLimit } from '../../calendar/time-limit.ts';

/** How a council bills what people contribute, and what it does about what is not paid. */
export const BillingSettings = z.strictObject({
  /** Days from the end of a period to its statement, so that what was given can be reported. */
  statementAfterDays: z.int().min(1).max(56),
  payWithinDays: z.int().min(14).max(60),
  /** Days after what is due, and between one reminder and the next. */
  reminderAfterDays: z.int().min(7).max(60),
  remindersMax: z.int().min(0).max(6),
  disputeReviewWithin: TimeLimit,
  /** Told with every statement. */
  howToPay: z.string().min(1).max(300),
});
export type BillingSettings = z.infer<typeof BillingSettings>;
