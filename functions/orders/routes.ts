import { decideOwedBackWriteOff, giveUpOwedBack } from './give-up-owed-back.ts';
import { recordOrderHandedBack } from './hand-back-order.ts';
import { listProviderOrders } from './list-provider-orders.ts';
import { moveOrderStart } from './move-start.ts';
import { listOrders, readOrder } from './read-orders.ts';
import { recordOwedBackReceived } from './receive-owed-back.ts';
import { decideDelivered, recordDelivered } from './record-actuals.ts';
import { recordReplacement } from './replace-order.ts';
import { recordOrderReturn } from './return-care-payment.ts';
import { recordLineStart } from './start-line.ts';

/** The operations around what the council buys for somebody, from its order to what was delivered. */
export const orderRoutes = [
  listOrders,
  readOrder,
  moveOrderStart,
  recordLineStart,
  recordOrderHandedBack,
  recordReplacement,
  listProviderOrders,
  recordDelivered,
  decideDelivered,
  recordOrderReturn,
  recordOwedBackReceived,
  giveUpOwedBack,
  decideOwedBackWriteOff,
];
