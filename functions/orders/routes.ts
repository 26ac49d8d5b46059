import { moveOrderStart } from './move-start.ts';
import { listOrders, readOrder } from './read-orders.ts';
import { recordOwedBackReceived } from './receive-owed-back.ts';
import { decideDelivered, recordDelivered } from './record-actuals.ts';
import { recordOrderReturn } from './return-care-payment.ts';
import { recordLineStart } from './start-line.ts';

/** The operations around what the council buys for somebody, from its order to what was delivered. */
export const orderRoutes = [
  listOrders,
  readOrder,
  moveOrderStart,
  recordLineStart,
  recordDelivered,
  decideDelivered,
  recordOrderReturn,
  recordOwedBackReceived,
];
