import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import {
  type HeldPayee,
  holdPayee,
  PayeeHold,
  PayeeHoldReview,
  reviewHold,
} from '#shared/domain/payee-hold/hold-payee.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../personal-budget/change-agreement.ts';
import type { Ports } from '../ports.ts';

type HoldPorts = Pick<Ports, 'table' | 'agreements' | 'system'>;

export const holdAgreementPayee = staffOperation({
  id: 'hold-payee',
  method: 'POST',
  path: '/agreements/{agreementId}/payee-hold',
  tag: 'Payments',
  roles: ['safeguarding-lead', 'duty-manager', 'team-manager', 'practitioner'],
  summary: 'Hold all that is paid to the payee of an agreement, because of a safeguarding concern',
  params: AgreementParams,
  query: NoQuery,
  body: PayeeHold,
  answer: AgreementAnswer,
  handle: (request, ports: HoldPorts) =>
    changeAgreement<HeldPayee>(request, ports, {
      async decide(agreement, moment) {
        const { agreementId } = request.params;
        const head = await findHead(ports.table, agreementId);
        return holdPayee(agreement, { agreementId, head, input: request.body }, moment);
      },
      also: async ({ head }) => [changedHeadWrite(head, {})],
    }),
});

export const reviewPayeeHold = staffOperation({
  id: 'review-payee-hold',
  method: 'POST',
  path: '/agreements/{agreementId}/payee-hold/review',
  tag: 'Payments',
  roles: ['safeguarding-lead', 'team-manager', 'head-of-service'],
  summary: 'Look at a hold again: it goes on until another day, or somebody else releases it',
  params: AgreementParams,
  query: NoQuery,
  body: PayeeHoldReview,
  answer: AgreementAnswer,
  handle: (request, ports: HoldPorts) =>
    changeAgreement<HeldPayee>(request, ports, {
      async decide(agreement, moment) {
        const { agreementId } = request.params;
        const head = await findHead(ports.table, agreementId);
        if (!head) return refuse('wrong-stage', 'Nothing is paid to this agreement yet.');
        return reviewHold(agreement, { agreementId, head, input: request.body }, moment);
      },
      also: async ({ head }) => [changedHeadWrite(head, {})],
    }),
});
