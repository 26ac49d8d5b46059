import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { changePriority, PriorityChange } from '#shared/domain/waiting/change-priority.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { taskTeam } from '../workflow/task-address.ts';

export const priorityChange = staffOperation({
  id: 'change-priority',
  method: 'POST',
  path: '/cases/{caseId}/priority',
  tag: 'Waiting list',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Set another priority: red, amber or green',
  params: CaseParams,
  query: NoQuery,
  body: PriorityChange,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state) => changePriority(state, request.body), {
      also: ({ next }) => shownOnTasks(next, request.params.caseId, ports),
    }),
});

/** The tasks in the queue of the case's own team show its priority; other teams, such as finance, do
 * not go by it. */
export async function shownOnTasks(
  next: CaseState,
  caseId: string,
  { tasks, council }: Pick<Ports, 'tasks' | 'council'>,
): Promise<readonly TableWrite[]> {
  const { isUrgent, priority } = next;
  const own = openSteps(next.workflow).filter(
    (step) => taskTeam(step, next, council) === next.team,
  );
  const waits = await Promise.all(own.map((step) => tasks.find('case', caseId, step)));
  return waits.flatMap((wait) =>
    wait && priority ? [tasks.changed(wait, { isUrgent, priority })] : [],
  );
}
