import type { Council } from '#shared/council/schema.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { listPlaceOf } from '#shared/domain/waiting/case-list.ts';
import { reCheckDueOn } from '#shared/domain/waiting/waiting-list.ts';
import { listPlaceWrite } from '#shared/stores/cases/case-list-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { Table } from '#shared/stores/table/table.ts';

/** Puts a case on the list where an event left it. Only an event that moved it is followed, and each
 * of an ended case: whatever ends a case takes it off its list. */
export async function keepListOf(
  {
    aggregateId,
    sequence,
    after,
  }: Pick<RecordedEvent<CaseState>, 'aggregateId' | 'sequence' | 'after'>,
  ports: { readonly table: Table; readonly council: Council },
): Promise<void> {
  const isMoved = after.listedAt === sequence;
  const hasEnded = after.status === 'closed' && after.listedAt !== undefined;
  if (!isMoved && !hasEnded) return;
  const place = listPlaceOf(after);
  const placed =
    place?.list === 'waiting'
      ? { ...place, reCheckDue: reCheckDueOn(place, place.priority, ports.council.riskReChecks) }
      : place;
  // Refused where a later event has been followed already.
  await ports.table.write([listPlaceWrite(aggregateId, sequence, placed)]);
}
