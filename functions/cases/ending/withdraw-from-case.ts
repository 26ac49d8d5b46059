import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { Declining, withdraw } from '#shared/domain/case/ending/withdraw.ts';
import type { Ports } from '../../ports.ts';
import { changeCase } from '../change-case.ts';

export const caseWithdrawal = staffOperation({
  id: 'withdraw-from-case',
  method: 'POST',
  path: '/cases/{caseId}/withdrawal',
  tag: 'Cases',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Record that the person declines or withdraws',
  params: CaseParams,
  query: NoQuery,
  body: Declining,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => withdraw(state, request.body, moment)),
});
