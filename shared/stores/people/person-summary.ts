import * as z from 'zod';
import { notSafeIn } from '../../domain/contact/reaching/how-to-reach.ts';
import { PersonDetails } from '../../domain/person/person-details.ts';
import { factsOf, type PersonState } from '../../domain/person/person-state.ts';
import { partition } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite } from '../table/table.ts';

/** A person as lists of them show it: one item, so that many are read at once. */
const PersonSummary = z.strictObject({
  personId: z.string(),
  details: PersonDetails,
  isProvisional: z.boolean(),
  mergedInto: z.string().nullable(),
  version: z.int().positive(),
  /** What is on record as not safe of what might be done on the phone. */
  notSafe: z.array(z.enum(['call', 'message'])).default([]),
});
export type PersonSummary = z.infer<typeof PersonSummary>;

export function summaryKey(personId: string): Key {
  return { pk: partition('person', personId), sk: 'SUMMARY' };
}

/** As text, which takes less room than the same facts as attributes: nothing is asked of them one by
 * one. */
export function summaryItem(personId: string, state: PersonState): Item {
  const { details, isProvisional, mergedInto, records } = state;
  const version = records.details ?? 1;
  const notSafe = [...notSafeIn(factsOf(state).safeContact)];
  const summary: PersonSummary = {
    personId,
    details,
    isProvisional,
    mergedInto,
    version,
    notSafe,
  };
  return { ...summaryKey(personId), schema: 1, text: JSON.stringify(summary) };
}

/** Holds a transaction to somebody's being on record. */
export function isOnRecord(personId: string): TableWrite {
  return { check: summaryKey(personId), onlyIf: ['present'] };
}

/** People as lists show them, in the order asked for; one request for up to a hundred. */
export async function summariesOf(
  table: Table,
  personIds: readonly string[],
): Promise<PersonSummary[]> {
  const items = await table.getMany(personIds.map(summaryKey));
  return items.flatMap((item) => (item ? [summaryIn(item)] : []));
}

export function summaryIn(item: Item): PersonSummary {
  return PersonSummary.parse(JSON.parse(String(item['text'])));
}
