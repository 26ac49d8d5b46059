import { isToReplace } from '#shared/domain/order/handing-back/hand-back-order.ts';
import { overOn } from '#shared/domain/order/last-day.ts';
import type { OrderChange, OrderState } from '#shared/domain/order/order-state.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** Has the schedule end an order on the day after its last, wherever that day is set, moved or taken away. */
export function lastDayWrites(
  orderId: string,
  before: OrderState | undefined,
  { type, next }: Pick<OrderChange, 'next'> & { readonly type: string },
): readonly TableWrite[] {
  // The sweep takes its row itself.
  if (type === 'order-ran-out') return [];
  const due = { owner: 'order', id: orderId, due: 'order-over' } as const;
  const [was, is] = [before ? overOn(before) : null, overOn(next)];
  if (was !== is) return [moneyDueWrite(due, is)];
  // What was handed back before a death that never was is needed again, and its task has gone.
  const isNeededAgain =
    type === 'order-death-noted' && before && !isToReplace(before) && isToReplace(next);
  return isNeededAgain ? [moneyDueWrite(due, next.lastDay ?? next.startsOn)] : [];
}
