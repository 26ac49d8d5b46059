import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { stopAfterReversal, stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';

interface Noting {
  /** The case as it was before the note. */
  readonly state: CaseState;
  readonly death: DeathOnRecord;
  readonly on: CivilDate;
}

/** The stops of a case's agreements that belong to the note of a death, or of its reversal. An
 * agreement that becomes active at the same moment holds to the case that it read, so that one of the
 * two is decided again. */
export async function deathStopWrites(
  table: Table,
  { state, death, on }: Noting,
): Promise<readonly TableWrite[]> {
  const heads = await Promise.all(state.agreements.map((id) => findHead(table, id)));
  return heads.flatMap((head) => {
    if (!head) return [];
    const payStop =
      death.status === 'stands'
        ? stopForDeath(head, { by: 'case-stream', on, diedOn: death.diedOn })
        : stopAfterReversal(head, { by: death.confirmedBy, on });
    return payStop ? [changedHeadWrite(head, { payStop })] : [];
  });
}
