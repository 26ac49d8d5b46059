import type { OrderState } from '#shared/domain/order/order-state.ts';
import { newHead } from '#shared/domain/payment/agreement-head.ts';
import { newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** What makes runs pay an order from its start on, to the account of its provider: four weeks ahead, or
 * only what is recorded as delivered. Nothing for what is paid elsewhere. */
export function orderHeadWrites(orderId: string, order: OrderState, by: string): TableWrite[] {
  const { providerId, caseId, paid, startedOn, costs } = order;
  if (providerId === undefined || startedOn === null) return [];
  const isAhead = paid === 'in-advance';
  const oneOffs =
    isAhead && order.oneOffPence > 0 ? [{ id: 'order', pence: order.oneOffPence }] : [];
  const head = newHead({
    agreementId: orderId,
    caseId,
    providerId,
    costs,
    oneOffs,
    weeklyPence: isAhead ? order.weeklyPence : 0,
    weeklyContributionPence: 0,
    startsOn: startedOn,
    activatedBy: by,
  });
  return [newHeadWrite(head)];
}
