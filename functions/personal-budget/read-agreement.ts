import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import type { Ports } from '../ports.ts';
import { AgreementAnswer, AgreementParams, answerAgreement } from './change-agreement.ts';

export const readAgreement = staffOperation({
  id: 'read-agreement',
  method: 'GET',
  path: '/agreements/{agreementId}',
  tag: 'Direct payments',
  roles: ['finance-officer', 'finance-approver', 'practitioner', 'team-manager', 'budget-manager'],
  summary: 'Read where a direct payment agreement stands',
  params: AgreementParams,
  query: NoQuery,
  answer: AgreementAnswer,
  async handle(request, ports: Pick<Ports, 'agreements'>) {
    const last = await ports.agreements.last(request.params.agreementId);
    return last ? answerAgreement(last) : refuse('not-found', 'There is no such agreement.');
  },
});
