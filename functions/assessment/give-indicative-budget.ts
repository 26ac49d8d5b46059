import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  giveIndicativeBudget,
  IndicativeBudgetGiven,
} from '#shared/domain/assessment/give-indicative-budget.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const indicativeBudgetGiven = staffOperation({
  id: 'give-indicative-budget',
  method: 'POST',
  path: '/cases/{caseId}/indicative-budget/given',
  tag: 'Assessment',
  roles: ['adviser', 'practitioner', 'team-manager'],
  summary: 'Record that the person was given the indicative budget',
  ifMatch: 'allocation',
  params: CaseParams,
  query: NoQuery,
  body: IndicativeBudgetGiven,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      (state, moment) => giveIndicativeBudget(state, request.body, moment),
      { ifMatch: 'allocation' },
    ),
});
