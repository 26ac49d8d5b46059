import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { BudgetIndication, indicateBudget } from '#shared/domain/assessment/indicate-budget.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const budgetIndication = staffOperation({
  id: 'indicate-budget',
  method: 'POST',
  path: '/cases/{caseId}/indicative-budget',
  tag: 'Assessment',
  roles: ['practitioner', 'team-manager'],
  summary: 'Work out the indicative budget',
  params: CaseParams,
  query: NoQuery,
  body: BudgetIndication,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) =>
      indicateBudget(state, request.body, ports.council.ras, moment),
    ),
});
