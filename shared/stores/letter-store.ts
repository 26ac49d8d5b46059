import * as z from 'zod';
import type { Table } from './table.ts';

interface LetterKey {
  readonly caseId: string;
  readonly event: number;
  readonly letter: string;
}

/** In a partition beside the case's own, because a case is written to for ever and its machines'
 * items must stay few enough for one page. */
const key = ({ caseId, event, letter }: LetterKey) => ({
  pk: `SENT#${caseId}`,
  sk: `${String(event).padStart(9, '0')}#${letter}`,
});

const Begun = z.looseObject({ status: z.literal('sending'), since: z.string() });

export type LetterStatus =
  | { readonly is: 'new' }
  | { readonly is: 'sending'; readonly since: string }
  | { readonly is: 'done' };

/** Writes down that a letter is about to be sent, and says how far it had come before. */
export async function beginSending(
  table: Table,
  letter: LetterKey,
  now: string,
): Promise<LetterStatus> {
  const item = { ...key(letter), schema: 1, status: 'sending', since: now };
  const result = await table.write([{ put: item, onlyIf: ['absent'] }]);
  if (result.written) return { is: 'new' };
  const begun = Begun.safeParse(result.existing);
  return begun.success ? { is: 'sending', since: begun.data.since } : { is: 'done' };
}

export type LetterEnd =
  | { readonly status: 'sent'; readonly messageId: string }
  | { readonly status: 'no-address' };

export async function endSending(table: Table, letter: LetterKey, end: LetterEnd): Promise<void> {
  await table.write([{ put: { ...key(letter), schema: 1, ...end } }]);
}
