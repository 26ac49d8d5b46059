import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import {
  extendUrgentOrder,
  openUrgentOrder,
  type UrgentOrder,
} from '#shared/domain/order/urgent-order.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import type { ProviderStanding } from '#shared/stores/money/orders/provider-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import { newOrderId, newOrderWrites, orderChangeWrites } from './order-writes.ts';

interface OfCase {
  readonly caseId: string;
  readonly next: CaseState;
  readonly actor: Actor;
  readonly at: string;
}

/** Orders urgent support in the transaction that starts it. */
export function urgentOrderWrites(
  { caseId, next, actor, at }: OfCase,
  order: UrgentOrder & { readonly provider: ProviderStanding },
  table: Table,
): readonly TableWrite[] {
  const { urgentSupport } = next;
  const event = urgentSupport?.orderedIn;
  if (!urgentSupport || event === undefined) return [];
  const opened = openUrgentOrder({
    ...{ caseId, event, providerId: order.providerId, costCentre: order.costCentre },
    providerName: order.provider.name,
    weeklyPence: urgentSupport.weeklyPence,
    from: urgentSupport.startedOn,
    lastDay: urgentSupport.secondKeyDue,
  });
  return newOrderWrites([opened], { caseId, event, actor, at }, table);
}

/** Lets the order go on to the last day of the urgent support, with its second key. */
export async function confirmedOrderWrites(
  { caseId, next, actor, at }: OfCase,
  table: Table,
): Promise<readonly TableWrite[]> {
  const { urgentSupport } = next;
  const event = urgentSupport?.orderedIn;
  if (!urgentSupport || event === undefined) return [];
  const last = await orderLog(table).last(newOrderId(caseId, event, 'urgent'));
  const change = last && extendUrgentOrder(last.after, urgentSupport.expiresOn);
  return last && change ? orderChangeWrites(last, change, { actor, at }, table) : [];
}
