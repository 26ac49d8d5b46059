import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { accept, type Outcome } from '#shared/domain/outcome.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import {
  PaymentRelease,
  PaymentStop,
  releasePayments,
  type StopChange,
  stopPayments,
} from '#shared/domain/payment/stop-payments.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  AgreementAnswer,
  AgreementParams,
  type AgreementRequest,
  changeAgreement,
} from '../personal-budget/change-agreement.ts';
import type { Ports } from '../ports.ts';

type StopPorts = Pick<Ports, 'table' | 'agreements' | 'system'>;

interface Prepared extends StopChange {
  readonly head: AgreementHead | undefined;
}

type Decide = (
  agreement: AgreementState,
  head: AgreementHead | undefined,
  moment: Moment,
) => Outcome<StopChange>;

export const stopAgreementPayments = staffOperation({
  id: 'stop-payments',
  method: 'POST',
  path: '/agreements/{agreementId}/pay-stop',
  tag: 'Payments',
  roles: ['finance-officer', 'practitioner', 'team-manager', 'duty-manager', 'safeguarding-lead'],
  summary: 'Stop what is paid to an agreement, from the next payment that has not been sent',
  params: AgreementParams,
  query: NoQuery,
  body: PaymentStop,
  answer: AgreementAnswer,
  handle: (request, ports: StopPorts) =>
    changeStop(request, ports, (agreement, head, moment) =>
      stopPayments(agreement, head, request.body, moment),
    ),
});

export const releaseAgreementPayments = staffOperation({
  id: 'release-payments',
  method: 'POST',
  path: '/agreements/{agreementId}/pay-stop/release',
  tag: 'Payments',
  roles: ['finance-officer', 'team-manager', 'head-of-service'],
  summary: 'Release a stop that another officer put on an agreement',
  params: AgreementParams,
  query: NoQuery,
  body: PaymentRelease,
  answer: AgreementAnswer,
  handle: (request, ports: StopPorts) =>
    changeStop(request, ports, (agreement, head, moment) =>
      releasePayments(agreement, head, request.body, moment),
    ),
});

/** Carries out a change of the stop: the agreement's event and its head, both or neither. */
function changeStop(request: AgreementRequest, ports: StopPorts, decide: Decide) {
  return changeAgreement<Prepared>(request, ports, {
    async decide(agreement, moment) {
      const head = await findHead(ports.table, request.params.agreementId);
      const decision = decide(agreement, head, moment);
      return decision.accepted ? accept({ ...decision.value, head }) : decision;
    },
    also: async ({ head, payStop }) => {
      if (!head) return [];
      const { payStop: _replaced, ...free } = head;
      return [changedHeadWrite(free, payStop ? { payStop } : {})];
    },
  });
}
