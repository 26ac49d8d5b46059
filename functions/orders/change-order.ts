import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { type OrderChange, OrderState } from '#shared/domain/order/order-state.ts';
import { accept, type Outcome } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { actorOf, type ChangeRequest, changeAggregate } from '../cases/change-aggregate.ts';
import type { Ports } from '../ports.ts';
import { besideOrderWrites } from './order-writes.ts';

export const OrderParams = z.strictObject({ orderId: Id });

/** Who may look at what was ordered for somebody, and what was delivered. */
export const orderReaders = [
  'practitioner',
  'team-manager',
  'adviser',
  'duty-manager',
  'budget-manager',
  'finance-officer',
  'finance-approver',
  'head-of-service',
] as const;

/** Where a service order stands: the answer of every command on it. */
export const OrderAnswer = OrderState.omit({ recent: true })
  .extend({ orderId: Id, event: z.int().positive() })
  .meta({ id: 'OrderAnswer' });
type OrderAnswer = z.infer<typeof OrderAnswer>;

interface OrderRequest extends ChangeRequest {
  readonly params: { orderId: string };
}

interface OrderCommand<C extends OrderChange> {
  readonly decide: (
    last: RecordedEvent<OrderState>,
    moment: Moment,
  ) => Outcome<C> | Promise<Outcome<C>>;
  /** What must be written with the event, or not at all. */
  readonly also?: (change: C, last: RecordedEvent<OrderState>, at: string) => readonly TableWrite[];
}

/** Carries out one command on a service order: load, decide, write one event, answer. */
export function changeOrder<C extends OrderChange>(
  request: OrderRequest,
  { table, system }: Pick<Ports, 'table' | 'system'>,
  command: OrderCommand<C>,
): Promise<Reply> {
  return changeAggregate(
    request,
    { system },
    {
      log: orderLog(table),
      id: request.params.orderId,
      decide: command.decide,
      also: async (change: C, last, at) => [
        ...besideOrderWrites(last, change, actorOf(request).id),
        ...(command.also?.(change, last, at) ?? []),
      ],
      answer: showOrder,
    },
  );
}

export function showOrder(event: RecordedEvent<OrderState>): Reply {
  const { recent: _recent, ...shown } = event.after;
  const body: OrderAnswer = { ...shown, orderId: event.aggregateId, event: event.sequence };
  return accept({ status: 200, body, version: event.sequence });
}
