import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Workflow } from '../journey/workflow.ts';

export const runStatuses = ['draft', 'awaiting-approval', 'approved', 'rejected', 'sent'] as const;

/** Where a payment run stands: one for each four-week period of the pay calendar. */
export const RunState = z.strictObject({
  status: z.enum(runStatuses),
  periodStart: CivilDate,
  periodEnd: CivilDate,
  payOn: CivilDate,
  workflow: Workflow,
  approvedBy: z.string().nullable(),
});
export type RunState = z.infer<typeof RunState>;
