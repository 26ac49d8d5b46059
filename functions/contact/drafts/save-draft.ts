import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation, type Reply } from '#shared/contracts/operation.ts';
import { ContactDraftBody } from '#shared/domain/contact/contact-draft.ts';
import { accept } from '#shared/domain/outcome.ts';
import { saveDraft } from '#shared/stores/front-door/contact-draft-store.ts';
import {
  alreadySent,
  DraftParams,
  type DraftPorts,
  draftHeaders,
  draftNow,
  keptDraft,
  lastDayOf,
  openDraft,
} from './kept-draft.ts';

export const saveContactDraft = publicOperation({
  id: 'save-contact-draft',
  method: 'PUT',
  path: '/public/contact-drafts/{reference}',
  tag: 'Contact',
  summary: 'Save a draft again, whole: what is left out is not there any more',
  params: DraftParams,
  query: NoQuery,
  headers: draftHeaders,
  body: ContactDraftBody,
  answer: z.strictObject(keptDraft).meta({ id: 'ContactDraftSaved' }),
  async handle(request, ports: DraftPorts): Promise<Reply> {
    const opened = await openDraft(request, ports);
    if (!opened.accepted) return opened;
    const { draft, receipt } = opened.value;
    const next = draftNow(draft, request.body, ports);
    if (!(await saveDraft(ports.table, receipt, next))) return alreadySent;
    const { reference } = receipt;
    return accept({ status: 200, body: { reference, keptUntil: lastDayOf(next) } });
  },
});
