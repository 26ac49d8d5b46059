import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { endReablement, ReablementEnd } from '#shared/domain/reablement/end-reablement.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const reablementEnd = staffOperation({
  id: 'end-reablement',
  method: 'POST',
  path: '/cases/{caseId}/reablement/end',
  tag: 'Reablement',
  roles: ['practitioner', 'team-manager'],
  summary: 'End reablement with what came of it',
  ifMatch: 'reablement',
  params: CaseParams,
  query: NoQuery,
  body: ReablementEnd,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => endReablement(state, request.body, moment), {
      ifMatch: 'reablement',
    }),
});
