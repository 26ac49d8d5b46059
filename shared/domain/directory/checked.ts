import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';

/** Who last looked whether a text is still true, when, and until when that may be relied on. */
export const Checked = z
  .strictObject({ on: CivilDate, by: z.string().min(1).max(254), until: CivilDate })
  .refine(({ on, until }) => on <= until, {
    path: ['until'],
    error: 'must not be before the day of the check',
  })
  .meta({ id: 'Checked' });
export type Checked = z.infer<typeof Checked>;

/** Whether a text may still be shown on a day: what nobody has checked in time drops out. */
export function isFresh(checked: Pick<Checked, 'until'>, today: CivilDate): boolean {
  return today <= checked.until;
}
