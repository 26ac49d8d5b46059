import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';

/** A death as it is recorded: who says so and how sure that is. Nothing more is paid by the period
 * after it, so that a mistake must be traceable to its source. */
export const DeathRecord = z
  .strictObject({
    diedOn: CivilDate,
    source: z.string().trim().min(1).max(400),
    proof: z.enum(['reported', 'confirmed-by-professional', 'registered']),
  })
  .meta({ id: 'DeathRecord' });
export type DeathRecord = z.infer<typeof DeathRecord>;
