import type { Actor } from '#shared/domain/case/change.ts';
import { lateFrom } from '#shared/domain/order/keep-order.ts';
import type { NewOrder } from '#shared/domain/order/open-orders.ts';
import type { OrderChange, OrderState } from '#shared/domain/order/order-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { orderLog, orderRowWrite } from '#shared/stores/money/orders/order-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import { lookAtReports, reportsDone } from './actuals/care-reports.ts';
import { corrected } from './actuals/correct-actuals-task.ts';
import { rearranged } from './handing-back/rearrange-task.ts';
import { lastDayWrites } from './last-day-due.ts';
import { lateStartWrites } from './late-start-task.ts';
import { orderHeadWrites } from './order-head.ts';
import { owedBackWrites } from './owed-back/chase-owed-back.ts';

interface By {
  readonly actor: Actor;
  readonly at: string;
}

interface Beginning extends By {
  readonly caseId: string;
  /** The order whose place they take, where they take one's. */
  readonly of?: string;
  /** The event that orders them, of that order or of the case. */
  readonly event: number;
}

/** Begins orders in the transaction of what orders them: their ids can be made again from that event and
 * their place in it. */
export function newOrderWrites(
  opened: readonly NewOrder[],
  { caseId, of, event, actor, at }: Beginning,
  table: Table,
): readonly TableWrite[] {
  return opened.flatMap(({ name, order }) => {
    const orderId = newOrderId(of ?? caseId, event, name);
    const first = {
      id: orderId,
      aggregateId: orderId,
      type: 'service-ordered',
      at,
      actor,
      request: null,
      body: of === undefined ? { caseId, arrangement: event } : { caseId, replaces: of, event },
      after: order,
    };
    const due = { owner: 'order', id: orderId, due: 'late-start' } as const;
    return [
      orderLog(table).asWrite(undefined, first),
      orderRowWrite(orderId, order),
      ...(order.status === 'ordered' ? [moneyDueWrite(due, lateFrom(order))] : []),
      ...lookAtReports(orderId, undefined, { type: first.type, next: order }),
      ...lastDayWrites(orderId, undefined, { type: first.type, next: order }),
      ...orderHeadWrites(orderId, order, actor.id),
    ];
  });
}

/** The id of an order that an event of a case, or of the order before it, began, by its name among them. */
export function newOrderId(of: string, event: number, name: string): string {
  return derivedId(['order', of, String(event), name]);
}

/** What has to agree with a change of an order, beside its event. */
export function besideOrderWrites(
  last: RecordedEvent<OrderState>,
  change: OrderChange,
  by: string,
): readonly TableWrite[] {
  const orderId = last.aggregateId;
  const { next } = change;
  const isFirstStart = last.after.startedOn === null && next.startedOn !== null;
  return [
    orderRowWrite(orderId, next),
    ...lateStartWrites(orderId, last.after, next),
    ...corrected(orderId, last.after, next),
    ...reportsDone(orderId, last.after, next),
    ...lookAtReports(orderId, last.after, change),
    ...lastDayWrites(orderId, last.after, change),
    ...rearranged(orderId, last.after, next),
    ...owedBackWrites(orderId, last.after, next),
    ...(isFirstStart ? orderHeadWrites(orderId, next, by) : []),
  ];
}

/** A change of an order that belongs to something else, as writes of a larger transaction. */
export function orderChangeWrites(
  last: RecordedEvent<OrderState>,
  change: OrderChange,
  by: By,
  table: Table,
): readonly TableWrite[] {
  const written = orderLog(table).asWrite(last, ownEvent(last, change, by));
  return [written, ...besideOrderWrites(last, change, by.actor.id)];
}
