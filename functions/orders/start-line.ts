import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { startLate } from '#shared/domain/order/keep-order.ts';
import { isInterim } from '#shared/domain/order/last-day.ts';
import type { OrderState } from '#shared/domain/order/order-state.ts';
import { findOrderRow } from '#shared/stores/money/orders/order-store.ts';
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
  roles: ['practitioner', 'team-manager', 'adviser', 'duty-manager', 'finance-officer'],
  summary: 'Record the actual day of a line that did not begin with the rest',
  params: OrderParams,
  query: NoQuery,
  body: LineStart,
  answer: OrderAnswer,
  handle: (request, ports: Pick<Ports, 'table' | 'system'>) =>
    changeOrder(request, ports, {
      async decide({ aggregateId, after: order }, { today }) {
        const endedOn = await endBefore(aggregateId, order, request.body.firstDay, ports);
        return startLate(order, request.body, { today, endedOn });
      },
    }),
});

/** The day on which the care ended whose place an order takes, where that was handed back before it was to end,
 * and no other help was ordered in between. */
async function endBefore(
  orderId: string,
  order: OrderState,
  firstDay: CivilDate,
  { table }: Pick<Ports, 'table'>,
): Promise<CivilDate | undefined> {
  const { caseId, follows } = order;
  const isUsual = follows?.lastDay === undefined || firstDay > follows.lastDay;
  if (isUsual || follows.isCovered) return undefined;
  const before = await findOrderRow(table, caseId, follows.orderId);
  // Help until what takes its place begins comes before that.
  const isNext = before?.replacedBy === orderId || isInterim(order);
  return isNext ? (before?.lastDay ?? undefined) : undefined;
}
