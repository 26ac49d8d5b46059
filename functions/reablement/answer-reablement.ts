import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { answerReablement, ReablementAnswer } from '#shared/domain/reablement/answer-reablement.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const reablementAnswer = staffOperation({
  id: 'answer-reablement',
  method: 'POST',
  path: '/cases/{caseId}/reablement/answer',
  tag: 'Reablement',
  roles: ['practitioner', 'team-manager', 'adviser'],
  summary: 'Record that reablement was declined or does not suit',

  params: CaseParams,
  query: NoQuery,
  body: ReablementAnswer,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => answerReablement(state, request.body, moment)),
});
