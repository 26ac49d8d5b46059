import * as z from 'zod';
import { Remark } from '../text.ts';

/** Whether the caller may hear about somebody else. */
export const AuthorityToSpeak = z
  .strictObject({
    basis: z.enum([
      'is-the-person',
      'person-agreed-on-this-call',
      'consent-on-record',
      'representative',
      'none',
    ]),
    note: Remark.optional(),
  })
  .meta({ id: 'AuthorityToSpeak' });

/** What was asked to make sure who calls, and whether the answers agreed with the record. The answers
 * themselves are not kept. */
export const IdentityCheck = z
  .strictObject({
    asked: z
      .array(
        z.enum([
          'name',
          'date-of-birth',
          'address',
          'postcode',
          'nhs-number',
          'phone',
          'something-else',
        ]),
      )
      .min(1)
      .max(7),
    isPassed: z.boolean(),
    note: Remark.optional(),
  })
  .meta({ id: 'IdentityCheck' });

/** What an adviser makes sure of before they speak about anybody. */
export const CallFacts = z
  .strictObject({ authority: AuthorityToSpeak.optional(), identity: IdentityCheck.optional() })
  .meta({ id: 'CallFacts' });
export type CallFacts = z.infer<typeof CallFacts>;

/** Whether what is known may be told to whoever makes contact: never after a check that failed, and on
 * the phone only after one that was passed. */
export function mayTellWhatIsKnown(call: CallFacts | undefined, isByPhone: boolean): boolean {
  if (call?.authority?.basis === 'none') return false;
  return call?.identity ? call.identity.isPassed : !isByPhone;
}

/** Whether what is told may change what is on record. It stays in the contact where the caller may be
 * anybody: after a check that failed, without authority, and on the phone where nobody made sure of
 * either (UK GDPR Art. 5(1)(d), (f)). */
export function mayChangeWhatIsKnown(call: CallFacts | undefined, isByPhone: boolean): boolean {
  if (call?.authority?.basis === 'none' || call?.identity?.isPassed === false) return false;
  return !isByPhone || call?.authority !== undefined || call?.identity !== undefined;
}
