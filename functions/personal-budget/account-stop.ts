import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { uncheckedAccount } from '#shared/domain/agreement/bank-details.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/agreement-head-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';

interface AccountChange {
  readonly agreementId: string;
  readonly before: AgreementState;
  readonly next: AgreementState;
  readonly by: string;
  readonly at: string;
}

/** Stops payments in the very transaction that changes the account, and lets them go on in the one
 * that records its check. A stop that has another cause is left as it is. */
export async function accountStopWrites(
  { agreementId, before, next, by, at }: AccountChange,
  table: Table,
): Promise<TableWrite[]> {
  if (before.payStop === next.payStop) return [];
  const head = await findHead(table, agreementId);
  if (!head) return [];
  const { payStop, ...free } = head;
  if (next.payStop === uncheckedAccount) {
    const on = civilDateInLondon(at);
    return payStop ? [] : [changedHeadWrite(head, { payStop: { kind: 'bank-details', by, on } })];
  }
  return payStop?.kind === 'bank-details' ? [changedHeadWrite(free, {})] : [];
}
