import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { endPayments, PaymentEnd } from '#shared/domain/pause/end-payments.ts';
import { AgreementAnswer, AgreementParams } from '../../personal-budget/change-agreement.ts';
import { type RearrangingPorts, rearrangeDays } from './rearrange-days.ts';

export const endAgreementPayments = staffOperation({
  id: 'end-direct-payment',
  method: 'POST',
  path: '/agreements/{agreementId}/end',
  tag: 'Payments',
  roles: ['practitioner', 'team-manager', 'duty-manager'],
  summary: 'End a direct payment on a day ahead or behind; its final account follows',
  params: AgreementParams,
  query: NoQuery,
  body: PaymentEnd,
  answer: AgreementAnswer,
  handle: (request, ports: RearrangingPorts) =>
    rearrangeDays(request, ports, (agreement, head, moment) =>
      endPayments(agreement, head, request.body, moment),
    ),
});
