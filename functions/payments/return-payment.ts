import * as z from 'zod';
import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { entryOfReturn } from '#shared/domain/ledger/entry-of-payment.ts';
import { refuse } from '#shared/domain/outcome.ts';
import {
  PaymentReturn,
  type ReturnedPayment,
  returnPayment,
} from '#shared/domain/payment/return-payment.ts';
import { bookedWrites } from '#shared/stores/money/ledger/ledger-store.ts';
import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  findSentWithHead,
  returnedWrite,
  type SentPayment,
} from '#shared/stores/money/payments/payment-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { AgreementAnswer, changeAgreement } from '../personal-budget/change-agreement.ts';
import type { Ports } from '../ports.ts';
import { accountRefused } from './account-tasks.ts';

/** The permanent key of a payment. */
export const PaymentName = z
  .string()
  .regex(/^[A-Za-z0-9#-]{4,120}$/, 'This is not the key of a payment.')
  .meta({ examples: ['2026-04-06'] });

const PaymentParams = z.strictObject({ agreementId: Id, name: PaymentName });

export const recordReturn = staffOperation({
  id: 'return-payment',
  method: 'POST',
  path: '/agreements/{agreementId}/payments/{name}/return',
  tag: 'Payments',
  roles: ['finance-officer'],
  summary: 'Record that the bank sent a payment back; it is paid again to another checked account',
  params: PaymentParams,
  query: NoQuery,
  body: PaymentReturn,
  answer: AgreementAnswer,
  handle(request, ports: Pick<Ports, 'table' | 'agreements' | 'council' | 'system'>) {
    return changeAgreement<ReturnedPayment<SentPayment>>(request, ports, {
      async decide(agreement, moment) {
        const { head, payment } = await findSentWithHead(ports.table, request.params);
        if (!head) return refuse('wrong-stage', 'Nothing is paid to this agreement yet.');
        if (!payment) return refuse('wrong-stage', 'No such payment was sent.');
        return returnPayment(agreement, { head, payment }, request.body, moment);
      },
      also: async ({ payment, head }, last, { at }) => {
        const { agreementId, name } = payment;
        const holder = { owner: 'case', aggregateId: last.after.caseId, agreementId } as const;
        const entryId = derivedId(['payment-returned', agreementId, name]);
        return [
          returnedWrite(payment),
          changedHeadWrite(head, {}),
          ...bookedWrites(entryOfReturn(entryId, payment, request.body.on), civilDateInLondon(at)),
          ...accountRefused(holder, { at, council: ports.council }),
        ];
      },
    });
  },
});
