import { partition } from './keys.ts';
import type { Table } from './table.ts';

interface LetterKey {
  readonly caseId: string;
  readonly event: number;
  readonly letter: string;
}

const key = ({ caseId, event, letter }: LetterKey) => ({
  pk: partition('case', caseId),
  sk: `SENT#${String(event).padStart(9, '0')}#${letter}`,
});

export type LetterStatus = 'new' | 'sending' | 'done';

/** Writes down that a letter is about to be sent, and says how far it had come before. */
export async function beginSending(table: Table, letter: LetterKey): Promise<LetterStatus> {
  const item = { ...key(letter), schema: 1, status: 'sending' };
  const result = await table.write([{ put: item, onlyIf: ['absent'] }]);
  if (result.written) return 'new';
  return result.existing?.['status'] === 'sending' ? 'sending' : 'done';
}

export type LetterEnd =
  | { readonly status: 'sent'; readonly messageId: string }
  | { readonly status: 'no-address' };

export async function endSending(table: Table, letter: LetterKey, end: LetterEnd): Promise<void> {
  await table.write([{ put: { ...key(letter), schema: 1, ...end } }]);
}
