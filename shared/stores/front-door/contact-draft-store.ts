import * as z from 'zod';
import type { Receipt } from '../people/pseudonyms.ts';
import type { Item, Table, TableWrite } from '../table/table.ts';
import { receiptWrite, secretIn } from './receipt-store.ts';

/** A contact that somebody has begun and not sent. It lies in the place of its receipt's secret, so that
 * sending it lays the receipt over it in the contact's own transaction: nothing of it is left, and
 * nobody without an account needs a right to delete. Unsent, it goes by itself. */
const StoredDraft = z.looseObject({
  isDraft: z.literal(true),
  contactId: z.string(),
  /** The digest of the request that began it. */
  request: z.string(),
  /** What has been answered so far, for the contact's own rules to read. */
  body: z.json(),
  savedAt: z.iso.datetime(),
  /** In seconds since 1970, as the table's time to live has it. */
  expiresAt: z.int(),
});
export type ContactDraft = Pick<
  z.infer<typeof StoredDraft>,
  'contactId' | 'request' | 'body' | 'savedAt' | 'expiresAt'
>;

const unsent = { attribute: 'isDraft', equals: true } as const;

function toWrite({ reference, secret }: Receipt, draft: ContactDraft) {
  const { put } = receiptWrite(reference, secret, draft.contactId);
  return { put: { ...put, ...draft, isDraft: true } };
}

/** Begins a draft. Answers what lies there already where its id is taken. */
export async function beginDraft(
  table: Table,
  receipt: Receipt,
  draft: ContactDraft,
): Promise<'begun' | Item> {
  const { put } = toWrite(receipt, draft);
  const result = await table.write([{ put, onlyIf: ['absent'] }]);
  if (result.written) return 'begun';
  if (!result.existing) throw new Error('a draft was refused for nothing');
  return result.existing;
}

/** Saves a draft again; says whether it was still there and unsent. */
export async function saveDraft(
  table: Table,
  receipt: Receipt,
  draft: ContactDraft,
): Promise<boolean> {
  const { put } = toWrite(receipt, draft);
  return (await table.write([{ put, onlyIf: [unsent] }])).written;
}

/** The draft that lies there, unless its time is over: the table may take days to clear it. */
export function draftOf(item: Item | undefined, now: string): ContactDraft | undefined {
  const draft = StoredDraft.safeParse(item).data;
  return draft && draft.expiresAt * 1000 > Date.parse(now) ? draft : undefined;
}

/** Whether what lies among a receipt's items is a draft and no contact yet. */
export function isUnsent(items: readonly Item[]): boolean {
  return secretIn(items)?.['isDraft'] === true;
}

/** The contact that was sent under a receipt. */
export function contactIdIn(items: readonly Item[]): string | undefined {
  return z.string().safeParse(secretIn(items)?.['contactId']).data;
}

/** The write of the receipt that a draft becomes: refused where the draft has changed since it was
 * read, so that what is sent is what was saved last. */
export function asSent(
  write: ReturnType<typeof receiptWrite>,
  { savedAt }: ContactDraft,
): TableWrite {
  return { ...write, onlyIf: [unsent, { attribute: 'savedAt', equals: savedAt }] };
}
