import * as z from 'zod';
import { addDays, type CivilDate } from './civil-date.ts';
import { addWorkingDays } from './working-days.ts';

/** How long something may take before it is late. */
export const TimeLimit = z.strictObject({
  count: z.int().min(0).max(180),
  unit: z.enum(['days', 'working-days']),
});
export type TimeLimit = z.infer<typeof TimeLimit>;

/** The last day on which something that begins on that day is in time. */
export function dueAfter(from: CivilDate, { count, unit }: TimeLimit): CivilDate {
  return unit === 'days' ? addDays(from, count) : addWorkingDays(from, count);
}
