import type { CaseState } from '#shared/domain/case/case-state.ts';
import { summaryOf } from '#shared/domain/case/case-summary.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { caseRowsOfPerson, showCaseOfPerson } from '#shared/stores/people/person-store.ts';
import { canonicalJson } from '#shared/stores/table/digest.ts';
import type { Table } from '#shared/stores/table/table.ts';

/** Keeps what is shown of a case with its person, so that a banner reads all their cases at once.
 * Written only where it differs; an event that comes late or twice changes nothing. */
export async function showBesidePerson(
  { aggregateId, sequence, after }: RecordedEvent<CaseState>,
  { table }: { readonly table: Table },
): Promise<void> {
  const rows = await caseRowsOfPerson(table, after.personId);
  const row = rows.find(({ caseId }) => caseId === aggregateId);
  if (!row || row.event >= sequence) return;
  const summary = summaryOf(after, row.summary?.contact ?? null);
  if (canonicalJson(summary) === canonicalJson(row.summary)) return;
  await showCaseOfPerson(table, after.personId, { ...row, event: sequence, summary });
}
