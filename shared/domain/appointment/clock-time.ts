import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { instantInLondon } from '../calendar/london-time.ts';

/** A time of day as the clocks in London show it. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time, such as 09:30.')
  .meta({ id: 'ClockTime', description: 'A time of day in London', examples: ['09:30'] });
export type ClockTime = z.infer<typeof ClockTime>;

/** Whether the clocks in London show that time on that day: on the last Sunday of March they skip
 * the hour from one to two. */
export function isShownInLondon(on: CivilDate, time: ClockTime): boolean {
  const hourLater = new Date(Date.parse(`${on}T${time}:00.000Z`) + 60 * 60 * 1000).toISOString();
  // A skipped time is read as the same moment as the time one hour after it.
  return (
    instantInLondon(on, time) !== instantInLondon(hourLater.slice(0, 10), hourLater.slice(11, 16))
  );
}
