import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { FinancialAssessment } from '#shared/domain/finances/financial-assessment.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const financialAssessment = staffOperation({
  id: 'assess-finances',
  method: 'POST',
  path: '/cases/{caseId}/financial-assessment',
  tag: 'Assessment',
  roles: ['finance-officer'],
  summary: 'Record what a person pays towards their support',
  ifMatch: 'finances',
  params: CaseParams,
  query: NoQuery,
  body: FinancialAssessment,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => assessFinances(state, request.body, moment), {
      ifMatch: 'finances',
    }),
});
