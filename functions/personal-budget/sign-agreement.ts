import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { AgreementSignature, signAgreement } from '#shared/domain/agreement/sign-agreement.ts';
import type { Ports } from '../ports.ts';
import { AgreementAnswer, AgreementParams, changeAgreement } from './change-agreement.ts';

export const recordSignature = staffOperation({
  id: 'sign-agreement',
  method: 'POST',
  path: '/agreements/{agreementId}/signature',
  tag: 'Direct payments',
  roles: ['practitioner', 'team-manager', 'finance-officer'],
  summary: 'Record that the payee has signed the agreement',
  params: AgreementParams,
  query: NoQuery,
  body: AgreementSignature,
  answer: AgreementAnswer,
  handle: (request, ports: Ports) =>
    changeAgreement(request, ports, {
      decide: (agreement, moment) => signAgreement(agreement, request.body, moment),
    }),
});
