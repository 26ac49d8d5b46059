import * as z from 'zod';
import { PhoneNumber, Remark, ShortText } from '../text.ts';

/** Who makes contact, seen from the person whom it is about. An anonymous caller is heard as any
 * other is. */
export const CallerKind = z.enum([
  'self',
  'carer',
  'family',
  'friend',
  'professional',
  'other',
  'anonymous',
]);
export type CallerKind = z.infer<typeof CallerKind>;

/** Where a professional who refers somebody works. */
export const Profession = z
  .enum([
    'hospital',
    'gp',
    'police',
    'childrens-services',
    'prison',
    'other-council',
    'ambulance',
    'housing',
    'other',
  ])
  .meta({ id: 'Profession' });

export const WhoAsks = z
  .strictObject({
    kind: CallerKind,
    name: ShortText.optional(),
    relationship: ShortText.optional(),
    profession: Profession.optional(),
    organisation: ShortText.optional(),
    phone: PhoneNumber.optional(),
    /** Asked of everybody who asks for somebody else: whether the person knows of it, and agrees. */
    personKnows: z.boolean().optional(),
    personAgrees: z.boolean().optional(),
    /** Why the person does not know, or does not agree. */
    whyWithoutPerson: Remark.optional(),
  })
  .meta({ id: 'WhoAsks' });
export type WhoAsks = z.infer<typeof WhoAsks>;
