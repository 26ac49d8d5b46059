import type { OrderState } from '#shared/domain/order/order-state.ts';
import { type DeskTaskName, deskTaskDone } from '#shared/stores/cases/desk-task-store.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** The task to chase an order that has not started, of which there is one. */
export function lateStartTask(
  orderId: string,
  { caseId }: Pick<OrderState, 'caseId'>,
): DeskTaskName {
  return { aggregateId: caseId, step: 'chase-late-start', taskId: orderId };
}

/** Asks nobody any more why an order has not started: it has, or will not. */
export function noLongerLate(
  orderId: string,
  before: OrderState,
  next: OrderState,
): readonly TableWrite[] {
  if (before.status !== 'ordered' || next.status === 'ordered') return [];
  return before.lateOn === undefined
    ? [moneyDueWrite({ owner: 'order', id: orderId, due: 'late-start' }, null)]
    : [deskTaskDone(lateStartTask(orderId, before))];
}
