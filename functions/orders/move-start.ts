import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { MovedStart, moveStart } from '#shared/domain/order/move-start.ts';
import type { Ports } from '../ports.ts';
import { changeOrder, OrderAnswer, OrderParams } from './change-order.ts';

export const moveOrderStart = staffOperation({
  id: 'move-order-start',
  method: 'POST',
  path: '/orders/{orderId}/planned-start',
  tag: 'Service orders',
  roles: ['practitioner', 'team-manager', 'adviser'],
  summary: 'Move the day on which an order is planned to start, with the reason',
  params: OrderParams,
  query: NoQuery,
  body: MovedStart,
  answer: OrderAnswer,
  handle: (request, ports: Pick<Ports, 'table' | 'system'>) =>
    changeOrder(request, ports, {
      decide: (last, moment) => moveStart(last.after, request.body, moment),
    }),
});
