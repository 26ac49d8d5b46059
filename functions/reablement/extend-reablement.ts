import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  extendReablement,
  ReablementExtension,
} from '#shared/domain/reablement/extend-reablement.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const reablementExtension = staffOperation({
  id: 'extend-reablement',
  method: 'POST',
  path: '/cases/{caseId}/reablement/extension',
  tag: 'Reablement',
  roles: ['practitioner', 'team-manager'],
  summary: 'Go on with reablement for longer than planned',
  ifMatch: 'reablement',
  params: CaseParams,
  query: NoQuery,
  body: ReablementExtension,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => extendReablement(state, request.body, moment), {
      ifMatch: 'reablement',
    }),
});
