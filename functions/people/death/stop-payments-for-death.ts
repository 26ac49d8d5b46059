import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { stopAfterReversal, stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import { ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import { changedHeadWrite, findHeads } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import {
  lackingFromWrite,
  nothingToSettle,
} from '../../payments/final-account/account-to-settle.ts';

interface Noting {
  readonly caseId: string;
  /** The case as it was before the note. */
  readonly state: CaseState;
  readonly death: DeathOnRecord;
  readonly on: CivilDate;
}

/** The stops of all that is paid in a case, agreements and service orders alike, that belong to the note of
 * a death, one write for each. An agreement that becomes active at the same moment holds to the case that
 * it read, so that one of the two is decided again. After a reversal the orders go on with their own
 * events, which say from when. */
export async function deathStopWrites(
  table: Table,
  { caseId, state, death, on }: Noting,
): Promise<readonly TableWrite[]> {
  const stands = death.status === 'stands';
  const orders = stands ? await ordersOfCase(table, caseId) : [];
  const ids = [...state.agreements, ...orders.map(({ orderId }) => orderId)];
  const heads = await findHeads(table, ids);
  return heads.flatMap((head) => {
    const payStop = stands
      ? stopForDeath(head, { by: 'case-stream', on, diedOn: death.diedOn })
      : stopAfterReversal(head, { by: death.confirmedBy, on });
    if (!payStop) return [];
    const isAgreement = state.agreements.includes(head.agreementId);
    const stop = changedHeadWrite(head, { payStop });
    return isAgreement ? [stop, ...settlingWrites(head, stands ? on : undefined)] : [stop];
  });
}

/** From a death on, an agreement lacks its final account; after a reversal only one that had ended besides. */
function settlingWrites(
  { caseId, agreementId, payUntil }: AgreementHead,
  on: CivilDate | undefined,
): readonly TableWrite[] {
  const from = on ?? (payUntil === null ? undefined : addDays(payUntil, 1));
  return from === undefined
    ? nothingToSettle({ caseId, agreementId })
    : [lackingFromWrite(agreementId, from)];
}
