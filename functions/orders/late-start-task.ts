import { lateFrom } from '#shared/domain/order/keep-order.ts';
import type { OrderState } from '#shared/domain/order/order-state.ts';
import { type DeskTaskName, deskTaskDone } from '#shared/stores/cases/desk-task-store.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** The task to chase an order that has not started, of which there is one for each day that was planned. */
export function lateStartTask(
  orderId: string,
  { caseId, timesMoved }: Pick<OrderState, 'caseId' | 'timesMoved'>,
): DeskTaskName {
  const taskId =
    timesMoved === undefined ? orderId : derivedId(['late-start', orderId, String(timesMoved)]);
  return { aggregateId: caseId, step: 'chase-late-start', taskId };
}

/** Asks nobody any more why an order has not started, where it has or will not; one that is planned for another
 * day is late from the day after that. */
export function lateStartWrites(
  orderId: string,
  before: OrderState,
  next: OrderState,
): readonly TableWrite[] {
  const isToCome = next.status === 'ordered';
  if (before.status !== 'ordered' || (isToCome && before.startsOn === next.startsOn)) return [];
  const due = { owner: 'order', id: orderId, due: 'late-start' } as const;
  const isChased = before.lateOn !== undefined;
  return [
    ...(isChased ? [deskTaskDone(lateStartTask(orderId, before))] : []),
    ...(isToCome ? [moneyDueWrite(due, lateFrom(next))] : []),
    ...(isToCome || isChased ? [] : [moneyDueWrite(due, null)]),
  ];
}
