import * as z from 'zod';
import type { SafeNumber } from '#shared/domain/call-back/request-call-back.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { SafeContact } from '#shared/domain/contact/how-to-reach.ts';
import { ContactPerson } from '#shared/domain/contact/who-it-is-about.ts';
import type { Ports } from '../../ports.ts';

const Reachable = z.looseObject({
  person: ContactPerson.optional(),
  safeContact: SafeContact.optional(),
});

/** The number at which the case's contact said that it is safe to call: none where it is not. */
export async function safeNumberOf(
  state: CaseState,
  { contacts }: Pick<Ports, 'contacts'>,
): Promise<SafeNumber | undefined> {
  const contact = await contacts.at(state.contactId, 1);
  const { person, safeContact } = Reachable.parse(contact?.body ?? {});
  const number = safeContact?.phone ?? person?.phone;
  if (number === undefined || safeContact?.mayCall === false) return undefined;
  return { number, mayLeaveMessage: safeContact?.mayLeaveMessage ?? false };
}
