import * as z from 'zod';

/** What a case keeps of a call that was promised: no number and no words, which its event holds. */
export const OpenCallBack = z.strictObject({
  id: z.string(),
  /** The day by whose end we call. */
  by: z.iso.date(),
  /** The event that holds the number to call and what it is about. */
  event: z.int().positive(),
  mayLeaveMessage: z.boolean(),
  /** They asked for it, and it is not safe to call them: they are answered in another way. */
  notByPhone: z.boolean().default(false),
  /** How often nobody answered. */
  tries: z.int().nonnegative(),
});
export type OpenCallBack = z.infer<typeof OpenCallBack>;

// Whoever waits for more calls than this needs somebody to look at the case instead.
export const callBacksMax = 10;
