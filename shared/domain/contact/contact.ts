import * as z from 'zod';
import { PersonDetails } from '../person/person-details.ts';

export const Channel = z.enum(['web', 'phone', 'face-to-face', 'email', 'letter', 'referral']);
export type Channel = z.infer<typeof Channel>;

const Sentence = z.string().trim().min(1).max(4_000);
const ShortText = z.string().trim().min(1).max(200);

/** What anybody tells us at first contact. The free text is theirs, in their words. */
export const ContactBody = z
  .strictObject({
    /** Whose need it is: the adult's own, or that of the carer who supports somebody. */
    about: z.enum(['adult', 'carer']),
    by: z.strictObject({
      kind: z.enum(['self', 'carer', 'family', 'professional', 'other']),
      name: ShortText.optional(),
      relationship: ShortText.optional(),
      organisation: ShortText.optional(),
      /** Whether the person knows of this contact and agrees to it. */
      personAgrees: z.boolean().optional(),
    }),
    person: PersonDetails,
    whatIsHappening: Sentence,
    whatMatters: Sentence.optional(),
    /** What the person or others have tried already, such as family, groups or equipment. */
    selfHelpTried: Sentence.optional(),
    whoElseHelps: Sentence.optional(),
    isUrgent: z.boolean().default(false),
    urgentBecause: Sentence.optional(),
    communicationNeeds: z.array(ShortText).max(12).default([]),
    language: ShortText.default('English'),
    needsInterpreter: z.boolean().default(false),
    mayShareWith: z.array(ShortText).max(12).default([]),
  })
  .meta({ id: 'ContactBody' });
export type ContactBody = z.infer<typeof ContactBody>;

/** Where a contact stands: it is written once, and the case that is opened from it goes on. */
export const ContactState = z.strictObject({
  caseId: z.string(),
  /** The person it is about, where an adviser has found their record already. */
  personId: z.string().nullable(),
  about: z.enum(['adult', 'carer']),
  channel: Channel,
  isUrgent: z.boolean(),
  receipt: z.string().nullable(),
});
export type ContactState = z.infer<typeof ContactState>;
