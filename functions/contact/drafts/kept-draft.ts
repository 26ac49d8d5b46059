import * as z from 'zod';
import { addDays, CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon, instantInLondon } from '#shared/domain/calendar/london-time.ts';
import type { ContactDraftBody } from '#shared/domain/contact/contact-draft.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  type ContactDraft,
  draftOf,
  isUnsent,
} from '#shared/stores/front-door/contact-draft-store.ts';
import {
  openReceipt,
  ReceiptReference,
  secretIn,
} from '#shared/stores/front-door/receipt-store.ts';
import type { Ports } from '../../ports.ts';

export type DraftPorts = Pick<Ports, 'table' | 'system' | 'council' | 'pseudonyms'>;

export const DraftParams = z.strictObject({ reference: ReceiptReference });
export const draftHeaders = { 'X-Receipt-Secret': 'The secret that came with the reference' };

/** What is said of every draft that is kept. */
export const keptDraft = {
  reference: z.string(),
  /** The last day on which the draft is there; each saving moves it on. */
  keptUntil: CivilDate,
};

export const alreadySent = refuse(
  'already-recorded',
  'This has been sent, and is no draft any more.',
);
export const draftGone = refuse(
  'not-found',
  'This draft was not sent in time, and is no longer kept.',
);

export interface DraftRequest {
  readonly params: { readonly reference: string };
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What opens the draft that a request names. */
export function keyOf(
  { params: { reference }, headers: sent }: DraftRequest,
  { system }: DraftPorts,
) {
  return { reference, secret: sent['x-receipt-secret'] ?? '', now: system.now() };
}

/** The draft of a request that has its secret. */
export async function openDraft(request: DraftRequest, ports: DraftPorts) {
  const key = keyOf(request, ports);
  const found = await openReceipt(ports.table, key);
  if (!found.accepted) return found;
  const draft = draftOf(secretIn(found.value), key.now);
  if (draft) return accept({ draft, receipt: { reference: key.reference, secret: key.secret } });
  return isUnsent(found.value) ? draftGone : alreadySent;
}

/** The draft as of now: each saving gives it the council's days again. */
export function draftNow(
  { contactId, request }: Pick<ContactDraft, 'contactId' | 'request'>,
  answered: ContactDraftBody,
  { system, council }: DraftPorts,
): ContactDraft {
  const now = system.now();
  const dayAfter = addDays(civilDateInLondon(now), council.contactDraftDays + 1);
  // Through JSON: a question without an answer is not there, and so not stored.
  const body = JSON.parse(JSON.stringify(answered));
  const expiresAt = Date.parse(instantInLondon(dayAfter)) / 1000;
  return { contactId, request, body, savedAt: now, expiresAt };
}

export function lastDayOf({ expiresAt }: ContactDraft): CivilDate {
  return addDays(civilDateInLondon(new Date(expiresAt * 1000).toISOString()), -1);
}
