import type { CaseState } from '#shared/domain/case/case-state.ts';
import { hasDied } from '#shared/domain/case/ending/note-death.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { chargedCaseWrite } from '#shared/stores/money/charges/charged-case-store.ts';
import type { Table } from '#shared/stores/table/table.ts';

/** What brings a case back among those that are charged. */
const comesBack: readonly string[] = ['case-reopened', 'death-note-withdrawn'];

/** Keeps the list of the cases that a new year's rates concern: each with the event of its newest
 * charge, and none that has ended or whose person has died. */
export async function keepChargedCase(
  { aggregateId, sequence, type, after }: RecordedEvent<CaseState>,
  { table }: { readonly table: Table },
): Promise<void> {
  const { finances } = after.records;
  if (finances === undefined) return;
  const isCharged = after.status === 'open' && !hasDied(after);
  const isMoved = finances === sequence || !isCharged || comesBack.includes(type);
  if (!isMoved) return;
  // Refused where a later event has been followed already.
  await table.write([chargedCaseWrite(aggregateId, sequence, isCharged ? finances : undefined)]);
}
