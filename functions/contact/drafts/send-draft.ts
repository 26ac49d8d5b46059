import { NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation, type Reply } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { ContactDraftBody, toContact } from '#shared/domain/contact/contact-draft.ts';
import { contactIdIn, draftOf } from '#shared/stores/front-door/contact-draft-store.ts';
import { openReceipt, secretIn } from '#shared/stores/front-door/receipt-store.ts';
import type { Item } from '#shared/stores/table/table.ts';
import { ContactReceipt, contactReceipt } from '../contact-receipt.ts';
import { contactSetting } from '../contact-setting.ts';
import { type ContactPorts, receiveContact } from '../opening/receive-contact.ts';
import { DraftParams, type DraftPorts, draftGone, draftHeaders, keyOf } from './kept-draft.ts';

export const sendContactDraft = publicOperation({
  id: 'send-contact-draft',
  method: 'POST',
  path: '/public/contact-drafts/{reference}/submission',
  tag: 'Contact',
  summary: 'Send a draft: it becomes a contact under the same reference and secret',
  params: DraftParams,
  query: NoQuery,
  headers: draftHeaders,
  answer: ContactReceipt,
  answerStatus: 201,
  async handle(request, ports: DraftPorts & ContactPorts): Promise<Reply> {
    const found = await openReceipt(ports.table, keyOf(request, ports));
    if (!found.accepted) return found;
    const draft = draftOf(secretIn(found.value), ports.system.now());
    if (!draft) return answerSent(found.value, ports);
    const today = civilDateInLondon(ports.system.now());
    const contact = toContact(
      ContactDraftBody.parse(draft.body),
      contactSetting(ports.council, today, false),
    );
    if (!contact.accepted) return contact;
    const actor = { id: 'public', role: 'public' };
    const { contactId } = draft;
    return receiveContact(
      { body: contact.value, channel: 'web', known: undefined, actor, contactId, draft },
      ports,
    );
  },
});

/** Sending a draft once more is answered as the first time: by what was recorded. */
async function answerSent(items: readonly Item[], ports: ContactPorts): Promise<Reply> {
  const contactId = contactIdIn(items);
  const contact = contactId === undefined ? undefined : await ports.contacts.last(contactId);
  if (!contact) return draftGone;
  const receipt = await ports.pseudonyms.receipt(contact.aggregateId);
  return contactReceipt(contact, { receipt, known: undefined }, ports.council);
}
