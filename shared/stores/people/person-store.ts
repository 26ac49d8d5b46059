import * as z from 'zod';
import { CaseSummary } from '../../domain/case/case-summary.ts';
import { partition } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite } from '../table/table.ts';

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

/** Puts a case into the list of the record that took over the one in whose list it stands. */
export function givenCaseItem(personId: string, row: CaseRow): Item {
  const { summary, ...others } = row;
  const key = { pk: partition('person', personId), sk: row.sk };
  return { ...others, ...key, schema: 1, ...(summary && { summary }) };
}

/** Takes a case out of the list of a person to whom it no longer belongs. */
export function notTheirCaseWrite(personId: string, { sk }: CaseRow): TableWrite {
  return { delete: { pk: partition('person', personId), sk } };
}

// After every date, so that it is read first of the list.
const movedKey = (personId: string): Key => ({ pk: partition('person', personId), sk: 'CASE#~' });

/** Sends whoever asks for this person's cases to the record that took theirs over. */
export function casesMovedItem(personId: string, into: string): Item {
  return { ...movedKey(personId), schema: 1, into };
}

/** What is shown of a person's cases, the newest first, also where another record took them over. */
export async function caseRowsOfPerson(table: Table, personId: string): Promise<CaseRow[]> {
  let asked = personId;
  for (let step = 0; step <= stepsMax; step += 1) {
    const { into, rows } = await caseRowsUnder(table, asked);
    if (into === undefined) return rows;
    asked = into;
  }
  throw new Error('a person was merged too many times');
}

// Each step is a merge that somebody decided; more than a few in a row is a mistake.
const stepsMax = 5;

/** What stands in the list of one record itself, and which record took its cases over. */
export async function caseRowsUnder(
  table: Table,
  personId: string,
): Promise<{ readonly into: string | undefined; readonly rows: CaseRow[] }> {
  const { items } = await table.query({
    pk: partition('person', personId),
    beginsWith: 'CASE#',
    newestFirst: true,
    limit: casesMax,
  });
  const moved = items.find(({ sk }) => sk === movedKey(personId).sk);
  const rows = items.filter((item) => item !== moved).map((item) => CaseRow.parse(item));
  return { into: moved && String(moved['into']), rows };
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
