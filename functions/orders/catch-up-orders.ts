import { overOn } from '#shared/domain/order/last-day.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import {
  orderLog,
  orderRowWrite,
  ordersNotListed,
} from '#shared/stores/money/orders/order-store.ts';
import { eventKey } from '#shared/stores/table/keys.ts';
import type { Ports } from '../ports.ts';

/** Puts the orders of a case among those of their providers, and has the schedule end them, where they were
 * begun before there was either; gives back how many those are. */
export async function catchUpOrders(
  caseId: string,
  { table }: Pick<Ports, 'table'>,
  { isWritten }: { readonly isWritten: boolean },
): Promise<number> {
  const missing = await ordersNotListed(table, caseId);
  if (!isWritten) return missing.length;
  for (const orderId of missing) {
    const last = await orderLog(table).last(orderId);
    if (!last) throw new Error(`order ${orderId} is missing`);
    const over = overOn(last.after);
    const due = { owner: 'order', id: orderId, due: 'order-over' } as const;
    // A command that changes the order meanwhile does so itself.
    await table.write([
      { check: eventKey('order', orderId, last.sequence + 1), onlyIf: ['absent'] },
      orderRowWrite(orderId, last.after),
      ...(over === null ? [] : [moneyDueWrite(due, over)]),
    ]);
  }
  return missing.length;
}
