import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { entryOfCare } from '#shared/domain/ledger/entry-of-payment.ts';
import type { ActualsChange } from '#shared/domain/order/actuals/record-actuals.ts';
import type { OrderState } from '#shared/domain/order/order-state.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { careName, oweCare } from '#shared/domain/payment/owed-care.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { actualWrite } from '#shared/stores/money/orders/actual-store.ts';
import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** What a record of actuals writes besides its event: the record as statements read it, what runs now owe
 * the provider under its permanent key, and the entry in the ledger. */
export function actualsWrites(
  last: RecordedEvent<OrderState>,
  { recorded, next, head }: ActualsChange & { readonly head: AgreementHead | undefined },
  on: CivilDate,
): readonly TableWrite[] {
  if (!recorded) return [];
  const orderId = last.aggregateId;
  const { period, differencePence: pence, by } = recorded;
  const { periodStart, from, to, deliveredPence, plannedPence, revision } = period;
  const { partId, caseId } = next;
  const kept = { orderId, partId, periodStart, from, to, deliveredPence, plannedPence, revision };
  const written = [actualWrite(caseId, kept)];
  if (!head) return written;
  if (next.paid === 'in-advance') return [...written, ...headWrites(head, released(head, next))];
  const name = careName(periodStart, revision);
  const entryId = derivedId(['care-delivered', orderId, name]);
  const entry = entryOfCare(entryId, head, { pence, name, on });
  const owing = oweCare(released(head, next), { name, pence, days: { from, to }, by });
  return [...written, ...headWrites(head, owing), ...(entry ? bookedWrites(entry, on) : [])];
}

/** After a death the order is paid again once nothing is owed for a later day. */
function released(head: AgreementHead, { periods, diedOn }: OrderState): AgreementHead {
  const { payStop, ...free } = head;
  const isSettled =
    diedOn !== undefined &&
    periods.every(({ to, payablePence }) => to <= diedOn || payablePence === 0);
  return payStop?.kind === 'death' && isSettled ? free : head;
}

function headWrites(read: AgreementHead, owing: AgreementHead): readonly TableWrite[] {
  return owing === read ? [] : [changedHeadWrite(owing, {})];
}
