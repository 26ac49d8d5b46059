import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { hasEnded, type OrderChange, type OrderState } from './order-state.ts';

/** The name of the one line of help until the support starts. */
export const interimLine = 'interim';

/** Whether an order is for help until the support starts. */
export function isInterim({ lines }: Pick<OrderState, 'lines'>): boolean {
  return lines.every(({ lineId }) => lineId === interimLine);
}

/** The day on which an order that still holds is over; null where its last day is not known. */
export function overOn(order: OrderState): CivilDate | null {
  return hasEnded(order) || order.lastDay === null ? null : addDays(order.lastDay, 1);
}

/** Ends an order whose last day is over; one that never began is cancelled. Nothing where it has ended, or its
 * last day is still to come. */
export function runOut(order: OrderState, today: CivilDate): OrderChange | undefined {
  const over = overOn(order);
  if (over === null || over > today) return undefined;
  const status = order.status === 'ordered' ? 'cancelled' : 'ended';
  return { type: 'order-ran-out', body: { lastDay: order.lastDay }, next: { ...order, status } };
}
