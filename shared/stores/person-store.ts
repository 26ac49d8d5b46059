import * as z from 'zod';
import { CaseSummary } from '../domain/case/case-summary.ts';
import { partition } from './keys.ts';
import type { Table, TableWrite } from './table.ts';

const casesMax = 100;

/** A case as it lies with its person: what is shown of it there, as of which of its events. */
const CaseRow = z.object({
  sk: z.string(),
  caseId: z.string(),
  event: z.int().nonnegative().default(0),
  summary: CaseSummary.optional(),
});
export type CaseRow = z.infer<typeof CaseRow>;

/** Links a case to its person, so that all of a person's cases are found from the person. */
export function personCaseWrite(
  personId: string,
  caseId: string,
  openedAt: string,
  summary?: CaseSummary,
): TableWrite {
  const key = { pk: partition('person', personId), sk: `CASE#${openedAt}#${caseId}` };
  return { put: { ...key, schema: 1, caseId, event: 1, ...(summary && { summary }) } };
}

/** What is shown of a person's cases, the newest first. */
export async function caseRowsOfPerson(table: Table, personId: string): Promise<CaseRow[]> {
  const { items } = await table.query({
    pk: partition('person', personId),
    beginsWith: 'CASE#',
    newestFirst: true,
    limit: casesMax,
  });
  return items.map((item) => CaseRow.parse(item));
}

/** The ids of a person's cases, the newest first. */
export async function casesOfPerson(table: Table, personId: string): Promise<string[]> {
  return (await caseRowsOfPerson(table, personId)).map(({ caseId }) => caseId);
}

/** Shows a case with its person as of the given event, unless a later one has been shown already, or
 * the case has gone to another person's record. */
export async function showCaseOfPerson(
  table: Table,
  personId: string,
  row: CaseRow & { readonly summary: CaseSummary },
): Promise<void> {
  const item = { pk: partition('person', personId), ...row, schema: 1 };
  const onlyIf = ['present', { attribute: 'event', absentOrBelow: row.event }] as const;
  await table.write([{ put: item, onlyIf }]);
}
