import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Workflow } from '../journey/workflow.ts';

export const RunStatus = z
  .enum(['draft', 'rejected', 'approved', 'sent'])
  .meta({ id: 'RunStatus' });
export type RunStatus = z.infer<typeof RunStatus>;

/** Where a payment run stands: one for each four-week period of the pay calendar. */
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
  /** The ids of the newest requests and the events that answered them. */
  recent: z.array(z.tuple([z.string(), z.int().positive()])),
});
export type RunState = z.infer<typeof RunState>;
