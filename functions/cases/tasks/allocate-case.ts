import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { allocateCase, CaseAllocation } from '#shared/domain/case/tasks/allocate-case.ts';
import type { Ports } from '../../ports.ts';
import { changeCase } from '../change-case.ts';
import { movedTasks } from './move-tasks.ts';

export const caseAllocation = staffOperation({
  id: 'allocate-case',
  method: 'POST',
  path: '/cases/{caseId}/allocation-to-worker',
  tag: 'Cases',
  roles: ['team-manager', 'duty-manager', 'practitioner'],
  summary: 'Give a case to a worker and their team',
  params: CaseParams,
  query: NoQuery,
  body: CaseAllocation,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      (state, moment) => allocateCase(state, request.body, ports.council, moment),
      {
        also: ({ next }, before) =>
          movedTasks({ caseId: request.params.caseId, before, next }, ports),
      },
    ),
});
