import * as z from 'zod';

/** The account that payments go out of, as its bank and Bacs know it. */
export const Originator = z.strictObject({
  /** Six digits that Bacs gave the council. */
  serviceUserNumber: z.string().regex(/^\d{6}$/),
  name: z.string().min(1).max(70),
  sortCode: z.string().regex(/^\d{6}$/),
  accountNumber: z.string().regex(/^\d{8}$/),
});
export type Originator = z.infer<typeof Originator>;
