import * as z from 'zod';
import { Instant } from '../../calendar/london-time.ts';
import { RepresentativeKind } from '../../capacity/representatives.ts';
import { PhoneNumber, Remark, ShortText } from '../text.ts';

/** How it is safe to reach the person: a call or a message may reach somebody whom they fear. */
export const SafeContact = z
  .strictObject({
    mayCall: z.boolean(),
    mayText: z.boolean(),
    mayLeaveMessage: z.boolean(),
    /** Whether letters and emails reach them alone. */
    mayWrite: z.boolean().default(true),
    phone: PhoneNumber.optional(),
    /** When it is safe, in their words. */
    when: Remark.optional(),
  })
  .meta({ id: 'SafeContact' });
export type SafeContact = z.infer<typeof SafeContact>;

/** What the person said is not safe of what they might ask of us. */
export type NotSafe = readonly ('call' | 'message')[];

export function notSafeIn(
  safeContact: Pick<SafeContact, 'mayCall' | 'mayLeaveMessage'> | null | undefined,
): NotSafe {
  return [
    ...(safeContact?.mayCall === false ? ['call' as const] : []),
    ...(safeContact?.mayLeaveMessage === false ? ['message' as const] : []),
  ];
}

/** The same as it stands on the person's record. */
export const SafeContactOnRecord = SafeContact.extend({ toldAt: Instant }).meta({
  id: 'SafeContactOnRecord',
});
export type SafeContactOnRecord = z.infer<typeof SafeContactOnRecord>;

/** What is safe by both: a contact of which nobody made sure who told it may only make more careful. The
 * number and the hours stay those of the record. */
export function moreCareful(
  onRecord: SafeContactOnRecord | null,
  told: SafeContact & { readonly toldAt: Instant },
): SafeContactOnRecord {
  if (!onRecord) {
    // Nobody has checked the number, nor who reads or hears what comes to it.
    const { phone: _unchecked, ...others } = told;
    return { ...others, mayText: false, mayLeaveMessage: false };
  }
  return {
    ...onRecord,
    mayCall: onRecord.mayCall && told.mayCall,
    mayText: onRecord.mayText && told.mayText,
    mayLeaveMessage: onRecord.mayLeaveMessage && told.mayLeaveMessage,
    mayWrite: onRecord.mayWrite && told.mayWrite,
  };
}

/** What is safe where a contact said one thing and the record another: the newest that was told. A
 * contact that is newer than the record never reached it, because nobody knows who told. */
export function whatIsSafe(
  onRecord: SafeContactOnRecord | null,
  said: { readonly safeContact: SafeContact; readonly at: Instant } | undefined,
): SafeContact | undefined {
  if (!said) return onRecord ?? undefined;
  if (onRecord && said.at <= onRecord.toldAt) return onRecord;
  return moreCareful(onRecord, { ...said.safeContact, toldAt: said.at });
}

/** One thing that the person agrees or does not agree to: with whom we may share, and what for. */
export const Sharing = z
  .strictObject({
    with: z.enum([
      'gp',
      'hospital',
      'provider',
      'family',
      'friend',
      'housing',
      'voluntary-organisation',
      'other-council',
      'police',
      'other',
    ]),
    /** Who that is by name: asked where the group alone does not say it. */
    who: ShortText.optional(),
    /** What for, where not for everything that this contact leads to. */
    purpose: Remark.optional(),
    agrees: z.boolean(),
  })
  .meta({ id: 'Sharing' });

/** Who says that they speak for the person, and by what authority. It is seen and put on the person's
 * record before a decision rests on it. */
export const ContactRepresentative = z
  .strictObject({
    name: ShortText,
    relationship: ShortText.optional(),
    phone: PhoneNumber.optional(),
    authority: RepresentativeKind,
    /** Whether a power of attorney, a deputyship or an appointment is registered. */
    isRegistered: z.enum(['yes', 'no', 'unknown']).default('unknown'),
    isPaperSeen: z.boolean().default(false),
  })
  .meta({ id: 'ContactRepresentative' });
