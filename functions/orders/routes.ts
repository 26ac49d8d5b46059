import { decideDelivered, recordDelivered } from './actuals/record-actuals.ts';
import { decideOwedBackWriteOff, giveUpOwedBack } from './give-up-owed-back.ts';
import { recordOrderHandedBack } from './handing-back/hand-back-order.ts';
import { listProviderOrders } from './handing-back/list-provider-orders.ts';
import { recordReplacement } from './handing-back/replace-order.ts';
import { moveOrderStart } from './move-start.ts';
import { listOrders, readOrder } from './read-orders.ts';
import { recordOwedBackReceived } from './receive-owed-back.ts';
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
