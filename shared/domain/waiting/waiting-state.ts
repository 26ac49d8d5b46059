import * as z from 'zod';

/** Since when a referred person waits, and when somebody last looked at what the wait risks. */
export const Waiting = z.strictObject({
  /** The day of the referral. */
  since: z.iso.date(),
  riskCheckedOn: z.iso.date(),
  /** The event that asked the team for the re-check that is due, until it is done. */
  reCheckAsked: z.int().positive().nullable(),
});
export type Waiting = z.infer<typeof Waiting>;

/** Who last held the case since its first worker; nobody, where only a team did. */
export const Held = z.strictObject({
  team: z.string(),
  worker: z.string().nullable(),
  since: z.iso.date(),
});
