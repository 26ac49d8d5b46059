import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { entryOfReceipt } from '#shared/domain/ledger/entry-of-reclaim.ts';
import { OwedBackReceipt, receiveOwedBack } from '#shared/domain/order/owed-back/paid-ahead.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { isReceived, receiptWrite } from '#shared/stores/money/ledger/receipt-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import { changeOrder, OrderAnswer, OrderParams } from '../change-order.ts';

export const recordOwedBackReceived = staffOperation({
  id: 'record-owed-back-received',
  method: 'POST',
  path: '/orders/{orderId}/owed-back/receipts',
  tag: 'Service orders',
  roles: ['finance-officer'],
  summary: 'Record that what was paid past the last day has come back, once for each reference',
  params: OrderParams,
  query: NoQuery,
  body: OwedBackReceipt,
  answer: OrderAnswer,
  handle(request, ports: Pick<Ports, 'table' | 'system'>) {
    const { orderId } = request.params;
    const { reference, pence, on } = request.body;
    // No key of the table says what somebody wrote on a bank transfer.
    const receiptId = derivedId(['owed-back-received', orderId, reference]);
    return changeOrder(request, ports, {
      async decide(last, moment) {
        return (await isReceived(ports.table, orderId, receiptId))
          ? refuse('already-recorded', 'Money with this reference is recorded.', '/reference')
          : receiveOwedBack(last.after, request.body, moment);
      },
      also: (_change, last, at) => [
        receiptWrite(orderId, receiptId, last.sequence + 1),
        ...bookedWrites(
          entryOfReceipt({ entryId: receiptId, agreementId: orderId, on, pence }),
          civilDateInLondon(at),
        ),
      ],
    });
  },
});
