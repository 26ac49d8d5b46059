import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { Pence } from '../../../domain/money/pence.ts';
import { OrderPaid, OrderState, OrderStatus } from '../../../domain/order/order-state.ts';
import { EventLog } from '../../events/event-log.ts';
import { partition } from '../../table/keys.ts';
import type { Table, TableWrite, Value } from '../../table/table.ts';

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
  })
  .meta({ id: 'OrderRow' });
export type OrderRow = z.infer<typeof OrderRow>;

const prefix = 'ORDER#';

/** Keeps an order among those of its case, in the transaction of its newest event. */
export function orderRowWrite(orderId: string, order: OrderState): TableWrite {
  const row = OrderRow.parse({ ...order, orderId });
  return { put: { pk: partition('case', order.caseId), sk: prefix + orderId, schema: 1, ...row } };
}

// Twenty orders in each of ten years, which one request holds.
const ordersPerPage = 200;

/** The service orders of a case, those that are over included, the earliest first. */
export async function ordersOfCase(table: Table, caseId: string): Promise<readonly OrderRow[]> {
  const rows: OrderRow[] = [];
  let startAfter: Value | undefined;
  do {
    const asked = { pk: partition('case', caseId), beginsWith: prefix, limit: ordersPerPage };
    const { items, next } = await table.query({ ...asked, ...(startAfter && { startAfter }) });
    rows.push(...items.map((item) => OrderRow.parse(item)));
    startAfter = next;
  } while (startAfter !== undefined);
  return rows.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function placeOf({ startsOn, partId, orderId }: OrderRow): string {
  return `${startsOn}#${partId}#${orderId}`;
}
