import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { entryOfOwedBack } from '#shared/domain/ledger/entry-of-reclaim.ts';
import { bookOwedBack, isStillPaid } from '#shared/domain/order/owed-back/paid-ahead.ts';
import { owedBackOf } from '#shared/domain/payment/worth/differences.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { type MoneyDueRow, takeMoneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { paidUntilNow } from '../../payments/final-account/paid-until-now.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { orderChangeWrites } from '../order-writes.ts';

const actor = { id: 'paid-ahead', role: 'service' };
const daysUntilAnotherLook = 7;

/** Books as owed what an Individual Service Fund was paid past its last day, once no payment of its order is
 * left that it could be taken off; until then it looks again every week. */
export async function settlePaidAhead(
  row: MoneyDueRow,
  { table, system, council }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const [last, paid] = await Promise.all([
    orderLog(table).last(row.id),
    paidUntilNow(table, row.id),
  ]);
  if (!last || !paid) throw new Error(`order ${row.id} is missing`);
  const at = system.now();
  const on = civilDateInLondon(at);
  if (owedBackOf(paid.head).pence > 0 && isStillPaid(paid)) {
    return [takeMoneyDueWrite(row, addDays(on, daysUntilAnotherLook))];
  }
  const event = last.sequence + 1;
  const payBy = addDays(on, council.directPayments.payBackWithinDays);
  const change = bookOwedBack(last.after, paid.head, { event, payBy });
  if (!change) return [takeMoneyDueWrite(row, null)];
  const entryId = derivedId(['owed-back', row.id, String(event)]);
  const about = { entryId, agreementId: row.id, on, pence: change.bookedPence };
  return [
    takeMoneyDueWrite(row, null),
    ...orderChangeWrites(last, change, { actor, at }, table),
    changedHeadWrite(change.head, {}),
    ...bookedWrites(entryOfOwedBack(about, paid.head), on),
  ];
}
