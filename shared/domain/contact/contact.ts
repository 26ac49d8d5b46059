import * as z from 'zod';
import { AccessNeeds } from '../codes/accessible-information.ts';
import { CaredFor, StaffCaredFor } from './cared-for.ts';
import { ContactRepresentative, SafeContact, Sharing } from './reaching/how-to-reach.ts';
import { CallFacts } from './reaching/on-the-phone.ts';
import { WhoAsks } from './reaching/who-asks.ts';
import { Remark, Sentences, ShortText } from './text.ts';
import { ChildAtRisk, type ChildAtRiskMade, ReferredChildAtRisk } from './urgent/child-at-risk.ts';
import { CarerKnown, NeedsAtAGlance, Risk } from './what-is-asked.ts';
import { ContactPerson } from './who-it-is-about.ts';

export const Channel = z.enum(['web', 'phone', 'face-to-face', 'email', 'letter', 'referral']);
export type Channel = z.infer<typeof Channel>;

/** What anybody tells us at first contact. The free text is theirs, in their words. What must be said
 * because of something else that was said is in `check-contact.ts`. */
export const ContactBody = z
  .strictObject({
    /** Whose need it is: the adult's own, or that of the carer who supports somebody. */
    about: z.enum(['adult', 'carer']),
    by: WhoAsks,
    person: ContactPerson,
    whatIsHappening: Sentences,
    whatMatters: Sentences.optional(),
    needs: NeedsAtAGlance.optional(),
    risks: z.array(Risk).max(12).default([]),
    isUrgent: z.boolean().default(false),
    urgentBecause: Remark.optional(),
    childAtRisk: ChildAtRisk.optional(),
    /** What the person or others have tried already, such as family, groups or equipment. */
    selfHelpTried: Sentences.optional(),
    carers: z.array(CarerKnown).max(6).default([]),
    /** Whom the carer cares for, in a contact about a carer: three adults at most. */
    caredFor: z.array(CaredFor).max(3).default([]),
    whoElseHelps: Sentences.optional(),
    accessNeeds: AccessNeeds.optional(),
    language: ShortText.default('English'),
    needsInterpreter: z.boolean().default(false),
    safeContact: SafeContact.optional(),
    sharing: z.array(Sharing).max(12).default([]),
    representatives: z.array(ContactRepresentative).max(4).default([]),
  })
  .meta({
    id: 'ContactBody',
    examples: [
      {
        about: 'adult',
        by: { kind: 'carer', relationship: 'Niece', personKnows: true, personAgrees: true },
        person: { givenName: 'Marigold', familyName: 'Quillfeather', dateOfBirth: '1941-05-09' },
        whatIsHappening: 'She fell twice this week and cannot get into the bath any more.',
        whatMatters: 'To stay in her own home, with her cat.',
        risks: [{ what: 'Another fall', howSoon: 'within-days', toWhom: 'person' }],
        carers: [{ name: 'Aster Quillfeather', relationship: 'Niece', helpsWith: 'Shopping' }],
        safeContact: { mayCall: true, mayText: true, mayLeaveMessage: false },
      },
    ],
  });
export type ContactBody = z.infer<typeof ContactBody>;

/** What staff record of a contact besides: where the person's record has been found, nothing of it is
 * asked again, and what is said of them is what is new. */
export const StaffContactBody = ContactBody.extend({
  person: ContactPerson.optional(),
  childAtRisk: ReferredChildAtRisk.optional(),
  caredFor: z.array(StaffCaredFor).max(3).default([]),
  call: CallFacts.optional(),
}).meta({ id: 'StaffContactBody' });
export type StaffContactBody = z.infer<typeof StaffContactBody>;

/** What a resident who has signed in says: who they are is known. */
export const MyContactBody = ContactBody.omit({ by: true, person: true }).meta({
  id: 'MyContactBody',
});

/** A contact as it is recorded, whoever made it. */
export type ContactMade = Omit<StaffContactBody, 'childAtRisk'> & {
  readonly childAtRisk?: ChildAtRiskMade | undefined;
};

/** Where a contact stands: it is written once, and the case that is opened from it goes on. */
export const ContactState = z.strictObject({
  caseId: z.string(),
  /** The person it is about, where an adviser has found their record already. */
  personId: z.string().nullable(),
  about: z.enum(['adult', 'carer']),
  channel: Channel,
  isUrgent: z.boolean(),
  receipt: z.string().nullable(),
  /** What the front door must not lose sight of; absent where there is nothing. */
  urgentBecause: Remark.optional(),
  isDangerNow: z.literal(true).optional(),
  childAtRisk: z.enum(['to-refer', 'referred']).optional(),
  isUnder18: z.literal(true).optional(),
  /** What the person said is not safe; absent where all is. */
  notSafe: z.array(z.enum(['call', 'message'])).optional(),
  /** It tells of access needs that stayed in it, because nobody made sure who told them. */
  hasUncheckedNeeds: z.literal(true).optional(),
  /** The calls that were asked for with the receipt, each by its request and the event that holds it;
   * absent where none ever was. */
  callsAsked: z.array(z.tuple([z.string(), z.int().positive()])).optional(),
});
export type ContactState = z.infer<typeof ContactState>;
