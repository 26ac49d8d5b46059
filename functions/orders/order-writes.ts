import type { Actor } from '#shared/domain/case/change.ts';
import { lateFrom } from '#shared/domain/order/keep-order.ts';
import type { NewOrder } from '#shared/domain/order/open-orders.ts';
import type { OrderChange, OrderState } from '#shared/domain/order/order-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { orderLog, orderRowWrite } from '#shared/stores/money/orders/order-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import { lookAtReports, reportsDone } from './care-reports.ts';
import { corrected } from './correct-actuals-task.ts';
import { lateStartWrites } from './late-start-task.ts';
import { orderHeadWrites } from './order-head.ts';

interface By {
  readonly actor: Actor;
  readonly at: string;
}

/** Begins the orders of an arrangement in its own transaction: their ids can be made again from the case, the
 * event that arranges and the place among its orders. */
export function newOrderWrites(
  opened: readonly NewOrder[],
  about: By & { readonly caseId: string; readonly event: number },
  table: Table,
): readonly TableWrite[] {
  const { caseId, event, actor, at } = about;
  return opened.flatMap(({ name, order }) => {
    const orderId = newOrderId(caseId, event, name);
    const first = {
      id: orderId,
      aggregateId: orderId,
      type: 'service-ordered',
      at,
      actor,
      request: null,
      body: { caseId, arrangement: event },
      after: order,
    };
    const due = { owner: 'order', id: orderId, due: 'late-start' } as const;
    return [
      orderLog(table).asWrite(undefined, first),
      orderRowWrite(orderId, order),
      ...(order.status === 'ordered' ? [moneyDueWrite(due, lateFrom(order))] : []),
      ...lookAtReports(orderId, undefined, { type: first.type, next: order }),
      ...orderHeadWrites(orderId, order, actor.id),
    ];
  });
}

/** The id of an order that an event of a case began, by its name among them. */
export function newOrderId(caseId: string, event: number, name: string): string {
  return derivedId(['order', caseId, String(event), name]);
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
    ...(isFirstStart ? orderHeadWrites(orderId, next, by) : []),
  ];
}

/** A change of an order that belongs to something else, as writes of a larger transaction. */
export function orderChangeWrites(
  last: RecordedEvent<OrderState>,
  change: OrderChange,
  { actor, at }: By,
  table: Table,
): readonly TableWrite[] {
  const { type, body, next } = change;
  const event = {
    id: derivedId([type, last.aggregateId, String(last.sequence)]),
    aggregateId: last.aggregateId,
    type,
    at,
    actor,
    body,
    request: null,
    after: next,
  };
  return [orderLog(table).asWrite(last, event), ...besideOrderWrites(last, change, actor.id)];
}
