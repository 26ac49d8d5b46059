import { KeptEqualityFacts } from '../../domain/person/facts/equality.ts';
import { canonicalJson } from '../table/digest.ts';
import { partition } from '../table/keys.ts';
import type { Key, Table, TableWrite } from '../table/table.ts';

/** One item beside the person's events and never in them, so that it can be erased. */
export function equalityKey(personId: string): Key {
  return { pk: partition('person', personId), sk: 'EQUALITY' };
}

export function equalityWrite(personId: string, facts: KeptEqualityFacts): TableWrite {
  return { put: { ...equalityKey(personId), schema: 1, text: canonicalJson(facts) } };
}

export function eraseEqualityWrite(personId: string): TableWrite {
  return { delete: equalityKey(personId) };
}

export async function readEquality(
  table: Table,
  personId: string,
): Promise<KeptEqualityFacts | undefined> {
  const item = await table.get(equalityKey(personId));
  return item && KeptEqualityFacts.parse(JSON.parse(String(item['text'])));
}
