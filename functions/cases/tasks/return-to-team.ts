import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { ReturnToTeam, returnToTeam } from '#shared/domain/case/tasks/return-to-team.ts';
import type { Ports } from '../../ports.ts';
import { changeCase } from '../change-case.ts';
import { movedTasks } from './move-tasks.ts';

export const caseReturn = staffOperation({
  id: 'return-case-to-team',
  method: 'POST',
  path: '/cases/{caseId}/return-to-team',
  tag: 'Cases',
  roles: ['team-manager', 'duty-manager', 'practitioner'],
  summary: 'Take a case from its worker and let it wait in a team',
  params: CaseParams,
  query: NoQuery,
  body: ReturnToTeam,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      (state, moment) => returnToTeam(state, request.body, ports.council, moment),
      {
        also: ({ next }, before) =>
          movedTasks({ caseId: request.params.caseId, before, next }, ports),
      },
    ),
});
