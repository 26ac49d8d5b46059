import * as z from 'zod';
import { accept, type Outcome } from '../outcome.ts';
import { CaredFor } from './cared-for.ts';
import { type ContactSetting, type Fault, faultsInContact, refusalFor } from './check-contact.ts';
import { ContactBody } from './contact.ts';
import { Sharing } from './reaching/how-to-reach.ts';
import { WhoAsks } from './reaching/who-asks.ts';
import { ShortText } from './text.ts';
import { CarerKnown, Risk } from './what-is-asked.ts';

const asked = ContactBody.shape;

/** As much of a contact as somebody has answered so far. Nothing is filled in for them: what they have
 * not said is not there. */
export const ContactDraftBody = ContactBody.extend({
  by: WhoAsks.partial(),
  risks: z.array(Risk).max(12),
  isUrgent: z.boolean(),
  carers: z.array(CarerKnown).max(6),
  caredFor: z.array(CaredFor).max(3),
  language: ShortText,
  needsInterpreter: z.boolean(),
  sharing: z.array(Sharing).max(12),
  representatives: asked.representatives.unwrap(),
})
  .partial()
  .meta({ id: 'ContactDraftBody' });
export type ContactDraftBody = z.infer<typeof ContactDraftBody>;

/** The draft as a contact to send. Refused as `invalid-input` with a pointer for every question that
 * must still be answered. */
export function toContact(draft: ContactDraftBody, setting: ContactSetting): Outcome<ContactBody> {
  const missing: Fault[] = [
    ['/about', draft.about],
    ['/by/kind', draft.by?.kind],
    ['/whatIsHappening', draft.whatIsHappening],
  ].flatMap(([pointer = '', given]) =>
    given === undefined ? [{ pointer, detail: 'This has not been answered yet.' }] : [],
  );
  // The rest is looked at as though the blanks were filled in, so that all is named at once.
  const filled = ContactBody.parse({
    about: 'adult',
    whatIsHappening: 'Not said yet.',
    ...draft,
    by: { kind: 'self', ...draft.by },
    person: draft.person ?? {},
  });
  return refusalFor([...missing, ...faultsInContact(filled, setting)]) ?? accept(filled);
}
