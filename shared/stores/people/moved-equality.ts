import * as z from 'zod';
import { KeptEqualityFacts } from '../../domain/person/facts/equality.ts';
import { type Item, type Table, TableBusy, type TableWrite } from '../table/table.ts';
import { equalityKey } from './equality-store.ts';

/** The answers as they lie, and through which records they came to where they are. */
const KeptItem = z.object({
  text: z.string().transform((text) => KeptEqualityFacts.parse(JSON.parse(text))),
  movedFrom: z.array(z.string()).default([]),
});

interface Move {
  readonly from: string;
  readonly to: string;
}

/** Gives the answers of a record that was merged to the one that goes on, where they are the newer
 * ones; the others are erased, because nobody would look for them there. */
export async function moveEquality(table: Table, { from, to }: Move): Promise<void> {
  const [moving, own] = await table.getMany([equalityKey(from), equalityKey(to)]);
  if (!moving) return;
  const isNewer =
    !own || KeptItem.parse(moving).text.recordedOn > KeptItem.parse(own).text.recordedOn;
  const movedFrom = [...KeptItem.parse(moving).movedFrom, from];
  const put = { ...moving, ...equalityKey(to), movedFrom };
  await write(table, [removal(moving), ...(isNewer ? [{ put, onlyIf: asRead(own) }] : [])]);
}

/** Gives them back once that merge is reversed, if they are still the same. */
export async function returnEquality(table: Table, { from, to }: Move): Promise<void> {
  const item = await table.get(equalityKey(from));
  const movedFrom = item ? KeptItem.parse(item).movedFrom : [];
  if (!item || movedFrom.at(-1) !== to) return;
  const put = { ...item, ...equalityKey(to), movedFrom: movedFrom.slice(0, -1) };
  await write(table, [removal(item), { put, onlyIf: ['absent'] }]);
}

function removal(item: Item): TableWrite {
  const { pk, sk } = item;
  return { delete: { pk, sk }, onlyIf: asRead(item) };
}

function asRead(item: Item | undefined) {
  return item
    ? ([{ attribute: 'text', equals: String(item['text']) }] as const)
    : (['absent'] as const);
}

async function write(table: Table, writes: readonly TableWrite[]): Promise<void> {
  const { written } = await table.write(writes);
  if (!written) throw new TableBusy('the answers were being changed at the same moment');
}
