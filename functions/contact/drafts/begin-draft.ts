import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation, type Reply } from '#shared/contracts/operation.ts';
import { ContactDraftBody } from '#shared/domain/contact/contact-draft.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { beginDraft, draftOf } from '#shared/stores/front-door/contact-draft-store.ts';
import { canonicalJson, sha256 } from '#shared/stores/table/digest.ts';
import { contactIdOf } from '../make-contact.ts';
import { alreadySent, type DraftPorts, draftNow, keptDraft, lastDayOf } from './kept-draft.ts';

const DraftReceipt = z
  .strictObject({ ...keptDraft, secret: z.string() })
  .meta({ id: 'ContactDraftReceipt' });

export const beginContactDraft = publicOperation({
  id: 'begin-contact-draft',
  method: 'POST',
  path: '/public/contact-drafts',
  tag: 'Contact',
  summary: 'Begin a contact and keep it, to go on with it later; nobody reads it until it is sent',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: ContactDraftBody,
  answer: DraftReceipt,
  answerStatus: 201,
  async handle(request, ports: DraftPorts): Promise<Reply> {
    const contactId = contactIdOf(request);
    const receipt = await ports.pseudonyms.receipt(contactId);
    const digest = sha256(canonicalJson(request.body));
    const draft = draftNow({ contactId, request: digest }, request.body, ports);
    const begun = await beginDraft(ports.table, receipt, draft);
    const there = begun === 'begun' ? draft : draftOf(begun, ports.system.now());
    if (!there) return alreadySent;
    if (there.request !== digest) {
      return refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different draft.');
    }
    const body = { ...receipt, keptUntil: lastDayOf(there) };
    return accept({ status: 201, location: `/public/contact-drafts/${receipt.reference}`, body });
  },
});
