import * as z from 'zod';
import { partition } from './keys.ts';
import type { Table, TableWrite } from './table.ts';

const casesMax = 100;

/** Links a case to its person, so that all of a person's cases are found from the person. */
export function personCaseWrite(personId: string, caseId: string, openedAt: string): TableWrite {
  const key = { pk: partition('person', personId), sk: `CASE#${openedAt}#${caseId}` };
  return { put: { ...key, schema: 1, caseId } };
}

/** The ids of a person's cases, the newest first. */
export async function casesOfPerson(table: Table, personId: string): Promise<string[]> {
  const { items } = await table.query({
    pk: partition('person', personId),
    beginsWith: 'CASE#',
    newestFirst: true,
    limit: casesMax,
  });
  return items.map((item) => z.string().parse(item['caseId']));
}
