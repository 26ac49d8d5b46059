import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import { entryOfReturn } from '#shared/domain/ledger/entry-of-payment.ts';
import { type ReturnedCare, returnCarePayment } from '#shared/domain/order/return-care-payment.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { PaymentReturn } from '#shared/domain/payment/return-payment.ts';
import type { ProviderState } from '#shared/domain/provider/provider-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { providerLog, standingWrite } from '#shared/stores/money/orders/provider-store.ts';
import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  findSentWithHead,
  returnedWrite,
  type SentPayment,
} from '#shared/stores/money/payments/payment-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { actorOf } from '../cases/change-aggregate.ts';
import { accountRefused } from '../payments/account-tasks.ts';
import { PaymentName } from '../payments/return-payment.ts';
import type { Ports } from '../ports.ts';
import { changeOrder, OrderAnswer, OrderParams } from './change-order.ts';

interface Prepared extends ReturnedCare<SentPayment> {
  readonly paidTo: RecordedEvent<ProviderState>;
}

const nothingSent = 'No such payment was sent.';

export const recordOrderReturn = staffOperation({
  id: 'return-order-payment',
  method: 'POST',
  path: '/orders/{orderId}/payments/{name}/return',
  tag: 'Service orders',
  roles: ['finance-officer'],
  summary: 'Record that the bank sent back what a provider was paid; it is paid again elsewhere',
  params: OrderParams.extend({ name: PaymentName }),
  query: NoQuery,
  body: PaymentReturn,
  answer: OrderAnswer,
  handle: (request, ports: Pick<Ports, 'table' | 'council' | 'system'>) =>
    changeOrder<Prepared>(request, ports, {
      async decide(last, moment) {
        const { providerId } = last.after;
        if (providerId === undefined) return refuse('wrong-stage', nothingSent);
        const key = { agreementId: last.aggregateId, name: request.params.name };
        const [{ head, payment }, paidTo] = await Promise.all([
          findSentWithHead(ports.table, key),
          providerLog(ports.table).last(providerId),
        ]);
        if (!head || !payment || !paidTo) return refuse('wrong-stage', nothingSent);
        const paid = { head, payment, provider: paidTo.after };
        const decided = returnCarePayment(last.after, paid, request.body, moment);
        return decided.accepted ? accept({ ...decided.value, paidTo }) : decided;
      },
      also: (change, last, at) => [
        ...returnWrites(change, request.body.on, civilDateInLondon(at)),
        ...providerWrites(change, { actor: actorOf(request), at, of: last.aggregateId }, ports),
      ],
    }),
});

function returnWrites(
  { payment, head }: Prepared,
  on: string,
  bookedOn: string,
): readonly TableWrite[] {
  const entryId = derivedId(['payment-returned', payment.agreementId, payment.name]);
  return [
    returnedWrite(payment),
    changedHeadWrite(head, {}),
    ...bookedWrites(entryOfReturn(entryId, payment, on), bookedOn),
  ];
}

/** The account of the provider is refused in the same transaction, so that no run pays it in between. */
function providerWrites(
  { provider, paidTo, payment }: Prepared,
  { actor, at, of }: { readonly actor: Actor; readonly at: string; readonly of: string },
  { table, council }: Pick<Ports, 'table' | 'council'>,
): readonly TableWrite[] {
  const log = providerLog(table);
  if (!provider) return [log.asStillLast(paidTo)];
  const { aggregateId } = paidTo;
  const event = {
    id: derivedId([provider.type, of, payment.name]),
    aggregateId,
    type: provider.type,
    at,
    actor,
    request: null,
    body: provider.body,
    after: provider.next,
  };
  return [
    log.asWrite(paidTo, event),
    standingWrite(aggregateId, provider.next),
    ...accountRefused({ owner: 'provider', aggregateId }, { at, council }),
  ];
}
