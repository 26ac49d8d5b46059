import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CaseClosure, closeCase } from '#shared/domain/case/ending/close-case.ts';
import type { Ports } from '../../ports.ts';
import { changeCase } from '../change-case.ts';

export const caseClosure = staffOperation({
  id: 'close-case',
  method: 'POST',
  path: '/cases/{caseId}/closure',
  tag: 'Cases',
  roles: ['practitioner', 'team-manager', 'duty-manager', 'head-of-service'],
  summary: 'Close a case under its national code',
  params: CaseParams,
  query: NoQuery,
  body: CaseClosure,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => closeCase(state, request.body, moment)),
});
