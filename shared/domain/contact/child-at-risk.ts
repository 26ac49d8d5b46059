import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Remark, Sentences, ShortText } from './text.ts';

/** A child whom this contact gives cause to fear for. Whoever learns of it tells children's services
 * (Children Act 1989 s47; Children Act 2004 s11). */
export const ChildAtRisk = z
  .strictObject({
    whatIsFeared: Sentences,
    childName: ShortText.optional(),
    /** The child's age or date of birth, as far as it is known. */
    childAge: ShortText.optional(),
    whereTheChildIs: Remark.optional(),
  })
  .meta({ id: 'ChildAtRisk' });
export type ChildAtRisk = z.infer<typeof ChildAtRisk>;

/** Whom in children's services somebody told, and when. */
export const ChildReferral = z
  .strictObject({
    who: ShortText,
    on: CivilDate,
    /** The time in London. */
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30')
      .meta({ examples: ['16:45'] }),
    reference: ShortText.optional(),
  })
  .meta({ id: 'ChildReferral' });
export type ChildReferral = z.infer<typeof ChildReferral>;

/** As staff record it: they refer before they go on. */
export const ReferredChildAtRisk = ChildAtRisk.extend({ referredTo: ChildReferral }).meta({
  id: 'ReferredChildAtRisk',
});
