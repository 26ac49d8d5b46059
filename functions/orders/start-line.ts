import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { startLate } from '#shared/domain/order/keep-order.ts';
import type { Ports } from '../ports.ts';
import { changeOrder, OrderAnswer, OrderParams } from './change-order.ts';

const LineStart = z
  .strictObject({ lineId: z.string().trim().min(1).max(80), firstDay: CivilDate })
  .meta({ id: 'LineStart' });

export const recordLineStart = staffOperation({
  id: 'start-order-line',
  method: 'POST',
  path: '/orders/{orderId}/start',
  tag: 'Service orders',
  roles: ['practitioner', 'team-manager', 'adviser', 'finance-officer'],
  summary: 'Record the actual day of a line that did not begin with the rest',
  params: OrderParams,
  query: NoQuery,
  body: LineStart,
  answer: OrderAnswer,
  handle: (request, ports: Pick<Ports, 'table' | 'system'>) =>
    changeOrder(request, ports, {
      decide: (last, moment) => startLate(last.after, request.body, moment),
    }),
});
