import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';

/** A stay in a care home: the first night and the last night. */
export const CareHomeStay = z
  .strictObject({ firstNight: CivilDate, lastNight: CivilDate })
  .refine((stay) => stay.firstNight <= stay.lastNight, 'The last night is before the first.');
export type CareHomeStay = z.infer<typeof CareHomeStay>;
