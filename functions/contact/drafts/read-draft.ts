import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation, type Reply } from '#shared/contracts/operation.ts';
import { ContactDraftBody } from '#shared/domain/contact/contact-draft.ts';
import { accept } from '#shared/domain/outcome.ts';
import {
  DraftParams,
  type DraftPorts,
  draftHeaders,
  keptDraft,
  lastDayOf,
  openDraft,
} from './kept-draft.ts';

const DraftView = z
  .strictObject({ ...keptDraft, savedAt: z.iso.datetime(), body: ContactDraftBody })
  .meta({ id: 'ContactDraftView' });

export const readContactDraft = publicOperation({
  id: 'read-contact-draft',
  method: 'GET',
  path: '/public/contact-drafts/{reference}',
  tag: 'Contact',
  summary: 'Go on with a draft, with its reference and its secret',
  params: DraftParams,
  query: NoQuery,
  headers: draftHeaders,
  answer: DraftView,
  async handle(request, ports: DraftPorts): Promise<Reply> {
    const opened = await openDraft(request, ports);
    if (!opened.accepted) return opened;
    const { draft, receipt } = opened.value;
    const { savedAt, body } = draft;
    const { reference } = receipt;
    return accept({ status: 200, body: { reference, keptUntil: lastDayOf(draft), savedAt, body } });
  },
});
