import * as z from 'zod';

/** What a machine sends to have one page of one shard of a run's agreements paid, or of a cancelled run's
 * payments taken out. */
export const SelectDue = z.strictObject({
  contract: z.literal(1),
  task: z.literal('select-due'),
  runId: z.string(),
  shard: z.int().min(0).max(15),
  /** The keys of the last agreement, or of the last payment, that was looked at. */
  cursor: z.record(z.string(), z.string()).nullable(),
});
export type SelectDue = z.infer<typeof SelectDue>;

export const After = z.strictObject({ agreementId: z.string(), name: z.string() });
export type After = z.infer<typeof After>;

/** What a machine sends to have one page of one shard of an approved run sent. */
export const SendDue = z.strictObject({
  contract: z.literal(1),
  task: z.literal('send-due'),
  runId: z.string(),
  shard: z.int().min(0).max(15),
  /** The last payment that was looked at. */
  cursor: After.nullable(),
});
export type SendDue = z.infer<typeof SendDue>;

/** What a machine sends once every shard of an approved run has been sent. */
export const MarkRunSent = z.strictObject({
  contract: z.literal(1),
  task: z.literal('mark-run-sent'),
  runId: z.string(),
});
export type MarkRunSent = z.infer<typeof MarkRunSent>;

export type RunTask = SelectDue | SendDue | MarkRunSent;
