import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { ReablementStart, startReablement } from '#shared/domain/reablement/start-reablement.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const reablementStart = staffOperation({
  id: 'start-reablement',
  method: 'POST',
  path: '/cases/{caseId}/reablement',
  tag: 'Reablement',
  roles: ['practitioner', 'team-manager'],
  summary: 'Start reablement once the person has said yes',

  params: CaseParams,
  query: NoQuery,
  body: ReablementStart,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => startReablement(state, request.body, moment)),
});
