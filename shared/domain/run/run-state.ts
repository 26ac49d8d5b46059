import * as z from 'zod';
import { Originator } from '../bacs/originator.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { Workflow } from '../journey/workflow.ts';
import { Pence } from '../money/pence.ts';

export const RunStatus = z
  .enum([
    'draft',
    'empty',
    'awaiting-approval',
    'rejected',
    /** Its payments are being taken out of it. */
    'cancelling',
    'cancelled',
    'approved',
    'sent',
  ])
  .meta({ id: 'RunStatus' });
export type RunStatus = z.infer<typeof RunStatus>;

/** The payment file of a run that was sent: its digest (SHA-256, base64url) and control totals. */
export const SentFile = z
  .strictObject({
    createdOn: CivilDate,
    /** The account that paid, as it was then: settings change, and the file does not. A file from before
     * this was kept has none. */
    originator: Originator.exactOptional(),
    /** The day on which Bacs worked, as bank holidays were known then. */
    processedOn: CivilDate.exactOptional(),
    sha256: z.string(),
    count: z.int().positive(),
    pence: Pence,
    /** The agreements whose payee's name had to be written in other letters than it was given in. */
    rewritten: z.array(z.string()),
  })
  .meta({ id: 'SentPaymentFile' });
export type SentFile = z.infer<typeof SentFile>;

/** Where a payment run stands: one for each four-week period of the pay calendar, and those between them
 * that finance asks for. */
export const RunState = z.strictObject({
  status: RunStatus,
  periodStart: CivilDate,
  periodEnd: CivilDate,
  /** The day on which the money arrives. */
  payOn: CivilDate,
  /** The day that the pay calendar had meant, where the approval came too late for it. */
  plannedPayOn: CivilDate.optional(),
  workflow: Workflow,
  /** Who put a rejected run up for approval again; null while only the calendar has had a hand in
   * it. */
  reissuedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** Who asked for a run between two runs of the calendar, and when; at most one a day. */
  asked: z.strictObject({ by: z.string(), on: CivilDate }).exactOptional(),
  /** The file that went to the bank; none before the run is sent, or where it paid nobody. */
  file: SentFile.exactOptional(),
  /** The ids of the newest requests and the events that answered them. */
  recent: z.array(z.tuple([z.string(), z.int().positive()])),
});
export type RunState = z.infer<typeof RunState>;

/** How often a run was drafted or put up again: what is counted belongs to one of these rounds. */
export function roundOf({ workflow }: Pick<RunState, 'workflow'>): number {
  return workflow.rounds['payment-run'] ?? 1;
}
