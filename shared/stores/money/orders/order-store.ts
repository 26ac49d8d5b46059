import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { Pence } from '../../../domain/money/pence.ts';
import { isToReplace } from '../../../domain/order/handing-back/hand-back-order.ts';
import { hasEnded, OrderPaid, OrderState, OrderStatus } from '../../../domain/order/order-state.ts';
import { EventLog } from '../../events/event-log.ts';
import { partition } from '../../table/keys.ts';
import type { Key, Table, TableWrite, Value } from '../../table/table.ts';

export function orderLog(table: Table): EventLog<OrderState> {
  return new EventLog(table, 'order', OrderState);
}

/** A service order as the list of its case shows it. */
export const OrderRow = z
  .object({
    orderId: z.string(),
    partId: z.string(),
    planVersion: z.int().positive(),
    status: OrderStatus,
    providerId: z.string().exactOptional(),
    providerName: z.string(),
    paid: OrderPaid,
    weeklyPence: Pence,
    oneOffPence: Pence,
    startsOn: CivilDate,
    startedOn: CivilDate.nullable(),
    lastDay: CivilDate.nullable(),
    /** Whether it was handed back and nothing takes its place. */
    isToReplace: z.literal(true).exactOptional(),
    /** The order that takes its place. */
    replacedBy: z.string().exactOptional(),
  })
  .meta({ id: 'OrderRow' });
export type OrderRow = z.infer<typeof OrderRow>;

/** The same among those of its provider. */
export const ProviderOrder = OrderRow.extend({ caseId: z.string() }).meta({ id: 'ProviderOrder' });
type ProviderOrder = z.infer<typeof ProviderOrder>;

const prefix = 'ORDER#';

/** Keeps an order among those of its case, in the transaction of its newest event. */
export function orderRowWrite(orderId: string, order: OrderState): TableWrite {
  const { replacedBy } = order.handedBack ?? {};
  const row = OrderRow.parse({
    ...order,
    orderId,
    ...(isToReplace(order) && { isToReplace: true }),
    ...(replacedBy !== undefined && { replacedBy }),
  });
  return {
    put: {
      ...rowKey(order.caseId, orderId),
      schema: 1,
      ...row,
      ...placeAtProvider(orderId, order),
    },
  };
}

function rowKey(caseId: string, orderId: string): Key {
  return { pk: partition('case', caseId), sk: prefix + orderId };
}

/** One order as the list of its case shows it. */
export async function findOrderRow(
  table: Table,
  caseId: string,
  orderId: string,
): Promise<OrderRow | undefined> {
  const item = await table.get(rowKey(caseId, orderId));
  return item && OrderRow.parse(item);
}

/** What a provider still gives, or is to give, stands in the index of that provider; also what was handed back
 * until something takes its place. */
function placeAtProvider(orderId: string, order: OrderState) {
  const { providerId, startsOn } = order;
  const isLive = !hasEnded(order) || isToReplace(order);
  if (providerId === undefined || !isLive) return {};
  return { gsi1pk: listOfProvider(providerId), gsi1sk: `${startsOn}#${orderId}` };
}

/** The list of the index in which a provider's orders stand. */
export function listOfProvider(providerId: string): string {
  return `ORDERS#${providerId}`;
}

/** A page of what a provider gives, or is to give, and of what it handed back and nothing replaces, the
 * earliest first. */
export async function ordersOfProvider(
  table: Table,
  providerId: string,
  page: { readonly limit: number; readonly startAfter: Value | undefined },
): Promise<{ readonly orders: readonly ProviderOrder[]; readonly next?: Value }> {
  const { items, next } = await table.query({
    index: 'gsi1',
    pk: listOfProvider(providerId),
    limit: page.limit,
    ...(page.startAfter === undefined ? {} : { startAfter: page.startAfter }),
  });
  const orders = items.map((item) =>
    ProviderOrder.parse({ ...item, caseId: item.pk.slice(partition('case', '').length) }),
  );
  return next === undefined ? { orders } : { orders, next };
}

// Twenty orders in each of ten years, which one request holds.
const ordersPerPage = 200;

/** The service orders of a case, those that are over included, the earliest first. */
export async function ordersOfCase(table: Table, caseId: string): Promise<readonly OrderRow[]> {
  const rows: OrderRow[] = [];
  let startAfter: Value | undefined;
  do {
    const { items, next } = await pageOfCase(table, caseId, startAfter);
    rows.push(...items.map((item) => OrderRow.parse(item)));
    startAfter = next;
  } while (startAfter !== undefined);
  return rows.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** Those of them that are to stand among their provider's and do not, as none did that was begun before there
 * was such a list. */
export async function ordersNotListed(table: Table, caseId: string): Promise<readonly string[]> {
  const missing: string[] = [];
  let startAfter: Value | undefined;
  do {
    const page = await pageOfCase(table, caseId, startAfter);
    const rows = page.items.map((item) => ({ ...OrderRow.parse(item), at: item['gsi1pk'] }));
    const live = rows.filter((row) => !hasEnded(row));
    const left = live.filter(({ providerId, at }) => providerId !== undefined && at === undefined);
    missing.push(...left.map(({ orderId }) => orderId));
    startAfter = page.next;
  } while (startAfter !== undefined);
  return missing;
}

function pageOfCase(table: Table, caseId: string, startAfter: Value | undefined) {
  const asked = { pk: partition('case', caseId), beginsWith: prefix, limit: ordersPerPage };
  return table.query({ ...asked, ...(startAfter !== undefined && { startAfter }) });
}

function placeOf({ startsOn, partId, orderId }: OrderRow): string {
  return `${startsOn}#${partId}#${orderId}`;
}
