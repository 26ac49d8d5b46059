import type { SafeNumber } from '#shared/domain/call-back/request-call-back.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { ContactBody } from '#shared/domain/contact/contact.ts';
import type { Ports } from '../../ports.ts';

/** The number at which the case's contact said that it is safe to call. */
export async function safeNumberOf(
  state: CaseState,
  { contacts }: Pick<Ports, 'contacts'>,
): Promise<SafeNumber | undefined> {
  const contact = await contacts.at(state.contactId, 1);
  const { person } = ContactBody.parse(contact?.body);
  return person.phone === undefined ? undefined : { number: person.phone, mayLeaveMessage: false };
}
