import type { CaseState } from '#shared/domain/case/case-state.ts';
import { caseRowsOfPerson } from '#shared/stores/people/person-store.ts';
import type { Table } from '#shared/stores/table/table.ts';

interface Beside extends Pick<CaseState, 'personId' | 'kind'> {
  /** The case of the contact itself, which is not beside itself. */
  readonly caseId: string;
}

/** Somebody's newest open case of a kind: whatever is new may belong there, and triage sees it. */
export async function openCaseBeside(
  { personId, kind, caseId }: Beside,
  { table }: { readonly table: Table },
): Promise<string | undefined> {
  const rows = await caseRowsOfPerson(table, personId);
  return rows.find(
    ({ summary, caseId: other }) => summary?.isOpen && summary.kind === kind && other !== caseId,
  )?.caseId;
}
