import { decideDelivered, recordDelivered } from './actuals/record-actuals.ts';
import { recordOrderHandedBack } from './handing-back/hand-back-order.ts';
import { listProviderOrders } from './handing-back/list-provider-orders.ts';
import { recordReplacement } from './handing-back/replace-order.ts';
import { moveOrderStart } from './move-start.ts';
import { decideOwedBackWriteOff, giveUpOwedBack } from './owed-back/give-up-owed-back.ts';
import { recordOwedBackReceived } from './owed-back/receive-owed-back.ts';
import { listOrders, readOrder } from './read-orders.ts';
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
