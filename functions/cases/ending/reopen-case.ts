import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CaseReopening, reopenCase } from '#shared/domain/case/ending/reopen-case.ts';
import type { Ports } from '../../ports.ts';
import { changeCase } from '../change-case.ts';

export const caseReopening = staffOperation({
  id: 'reopen-case',
  method: 'POST',
  path: '/cases/{caseId}/reopening',
  tag: 'Cases',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Take up a closed case again with what still stands',
  params: CaseParams,
  query: NoQuery,
  body: CaseReopening,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) =>
      reopenCase(state, request.body, ports.council, moment),
    ),
});
