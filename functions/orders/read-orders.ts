import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { OrderRow, orderLog, ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import type { Ports } from '../ports.ts';
import { OrderAnswer, OrderParams, orderReaders, showOrder } from './change-order.ts';

const tag = 'Service orders';

const CaseOrders = z.strictObject({ orders: z.array(OrderRow) }).meta({ id: 'CaseOrders' });

export const listOrders = staffOperation({
  id: 'list-orders',
  method: 'GET',
  path: '/cases/{caseId}/orders',
  tag,
  roles: orderReaders,
  summary: 'The service orders of a case, with those that are over',
  params: CaseParams,
  query: NoQuery,
  answer: CaseOrders,
  async handle({ params }, { table, cases }: Pick<Ports, 'table' | 'cases'>) {
    const { caseId } = params;
    const [last, orders] = await Promise.all([cases.last(caseId), ordersOfCase(table, caseId)]);
    return last
      ? accept({ status: 200, body: { orders } })
      : refuse('not-found', 'There is no such case.');
  },
});

export const readOrder = staffOperation({
  id: 'read-order',
  method: 'GET',
  path: '/orders/{orderId}',
  tag,
  roles: orderReaders,
  summary: 'Read a service order: its prices, its actual start, and planned against delivered',
  params: OrderParams,
  query: NoQuery,
  answer: OrderAnswer,
  async handle({ params }, { table }: Pick<Ports, 'table'>) {
    const last = await orderLog(table).last(params.orderId);
    return last ? showOrder(last) : refuse('not-found', 'There is no such order.');
  },
});
