import type { AskedReport, OrderChange, OrderState } from '#shared/domain/order/order-state.ts';
import { type DeskTaskName, deskTaskDone } from '#shared/stores/cases/desk-task-store.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** The task to find out what was delivered on an order in one pay period, or to put it right. */
export function careReportTask(
  orderId: string,
  { caseId }: Pick<OrderState, 'caseId'>,
  { periodStart, event }: AskedReport,
): DeskTaskName {
  const taskId = derivedId(['care-report', orderId, periodStart, String(event)]);
  return { aggregateId: caseId, step: 'report-care', taskId };
}

/** Takes the tasks away of what is reported by now. */
export function reportsDone(
  orderId: string,
  before: OrderState,
  next: OrderState,
): readonly TableWrite[] {
  const waiting = next.reportsAsked ?? [];
  return (before.reportsAsked ?? [])
    .filter(({ event, periodStart }) =>
      waiting.every((each) => each.event !== event || each.periodStart !== periodStart),
    )
    .map((asked) => deskTaskDone(careReportTask(orderId, next, asked)));
}

const movesLastDay: readonly string[] = ['order-ended', 'order-extended', 'order-handed-back'];

/** Has the schedule look at what was delivered: from the first day on, and once more where the last day is
 * another than it was. */
export function lookAtReports(
  orderId: string,
  before: OrderState | undefined,
  { type, next }: Pick<OrderChange, 'next'> & { readonly type: string },
): readonly TableWrite[] {
  const hasBegun = (before?.startedOn ?? null) === null && next.startedOn !== null;
  const hasMoved = movesLastDay.includes(type);
  const isResumed = type === 'order-death-noted' && next.diedOn === undefined;
  if (next.startedOn === null || !(hasBegun || hasMoved || isResumed)) return [];
  return [moneyDueWrite({ owner: 'order', id: orderId, due: 'care-report' }, next.startedOn)];
}
