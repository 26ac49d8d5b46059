import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { entryOfOwedBack, entryOfWriteOff } from '#shared/domain/ledger/entry-of-reclaim.ts';
import type { Pence } from '#shared/domain/money/pence.ts';
import type { OrderChange, OrderState } from '#shared/domain/order/order-state.ts';
import { reckonPaidAhead } from '#shared/domain/order/owed-back/paid-ahead.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { owedBackOf } from '#shared/domain/payment/worth/differences.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import { paidUntilNow } from '../../payments/final-account/paid-until-now.ts';

interface WithPaidAhead {
  readonly change: OrderChange;
  /** What payments know of the order from then on, still to be written; nothing where nothing of that
   * changes. */
  readonly head: AgreementHead | undefined;
  readonly writes: readonly TableWrite[];
}

/** A change of the days of an order, with what it means for what was paid four weeks ahead: what no other
 * payment of the order brings in is booked by the sweep of that day. */
export async function withPaidAhead(
  last: RecordedEvent<OrderState>,
  change: OrderChange,
  { at, table }: { readonly at: string; readonly table: Table },
): Promise<WithPaidAhead> {
  const orderId = last.aggregateId;
  const paid = change.next.paid === 'in-advance' ? await paidUntilNow(table, orderId) : undefined;
  if (!paid) return { change, head: undefined, writes: [] };
  const event = last.sequence + 1;
  const reckoned = reckonPaidAhead(change.next, paid, event);
  const { order, head, takenBackPence, regainedPence } = reckoned;
  const on = civilDateInLondon(at);
  const entryId = derivedId(['owed-back-taken-back', orderId, String(event)]);
  const about = { entryId, agreementId: orderId, on, pence: -takenBackPence };
  const due = { owner: 'order', id: orderId, due: 'paid-ahead' } as const;
  return {
    change: { ...change, next: order },
    head,
    writes: [
      moneyDueWrite(due, owedBackOf(head).pence > 0 ? on : null),
      ...(takenBackPence > 0 ? bookedWrites(entryOfOwedBack(about, head), on) : []),
      ...(regainedPence > 0
        ? bookedWrites(entryOfRegained(last, regainedPence, head, on), on)
        : []),
    ],
  };
}

/** What was given up as lost and is owed no more was never lost: the money paid for care. */
function entryOfRegained(
  { aggregateId, sequence }: RecordedEvent<OrderState>,
  pence: Pence,
  head: AgreementHead,
  on: CivilDate,
) {
  const entryId = derivedId(['owed-back-regained', aggregateId, String(sequence + 1)]);
  const about = { entryId, agreementId: aggregateId, on, pence: -pence };
  return entryOfWriteOff(about, 'cannot-be-recovered', head);
}
