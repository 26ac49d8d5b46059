import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { answerLimit, LimitAnswer } from '#shared/domain/cost-centre/escalate-limit.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const cashLimitAnswer = staffOperation({
  id: 'answer-cash-limit',
  method: 'POST',
  path: '/cases/{caseId}/cash-limit-answer',
  tag: 'Cost centres',
  roles: ['head-of-service'],
  summary: 'Say where the money is found for a plan above a cash limit; the plan goes on meanwhile',
  params: CaseParams,
  query: NoQuery,
  body: LimitAnswer,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => answerLimit(state, request.body, moment)),
});
