import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';

interface AccountChange {
  readonly agreementId: string;
  readonly before: AgreementState;
  readonly next: AgreementState;
  readonly by: string;
  readonly at: string;
  readonly coolingOffWorkingDays: number;
}

/** Stops payments in the very transaction that changes the account; the one that records its check names
 * the account to payments and lets them go on. A stop that has another cause is left as it is. Every account
 * but the first waits a few working days more, in which the payee may say that it was not they who changed
 * it. */
export async function accountStopWrites(
  { agreementId, before, next, by, at, coolingOffWorkingDays }: AccountChange,
  table: Table,
): Promise<TableWrite[]> {
  const isPaid = before.planVersion !== null;
  const isChecked = next.isBankChecked && !before.isBankChecked;
  if (!isPaid || (!isChecked && before.payStop === next.payStop)) return [];
  const head = await findHead(table, agreementId);
  if (!head) return [];
  const { payStop, ...free } = head;
  const on = civilDateInLondon(at);
  if (isChecked && next.bankDetails) {
    const read = payStop?.kind === 'bank-details' ? free : head;
    const accountFrom = addWorkingDays(on, coolingOffWorkingDays);
    return [changedHeadWrite(read, { accountEvent: next.bankDetails.event, accountFrom })];
  }
  return payStop ? [] : [changedHeadWrite(head, { payStop: { kind: 'bank-details', by, on } })];
}
