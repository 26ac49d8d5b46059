import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { allocateCase, CaseAllocation } from '#shared/domain/case/allocate-case.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { handOnContacts } from '#shared/stores/noted-contact-store.ts';
import type { TableWrite } from '#shared/stores/table.ts';
import type { Ports } from '../ports.ts';
import { taskTeam } from '../workflow/task-address.ts';
import { changeCase } from './change-case.ts';

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
        also: async ({ next }, before) => [
          ...(next.team === before.team
            ? []
            : await movedTasks(next, request.params.caseId, ports)),
          ...(await handOnContacts(ports.table, request.params.caseId, {
            contacts: next.contactsNoted ?? [],
            team: next.team,
            worker: next.allocatedTo,
          })),
        ],
      },
    ),
});

/** The open tasks of the case's own team go with it to the new team's queue; those that belong to one
 * kind of team wherever the case is, such as finance, stay where they are. */
async function movedTasks(
  next: CaseState,
  caseId: string,
  { tasks, council }: Pick<Ports, 'tasks' | 'council'>,
): Promise<readonly TableWrite[]> {
  const moved = await Promise.all(
    openSteps(next.workflow).map(async (step) => {
      const wait = await tasks.find('case', caseId, step);
      const team = taskTeam(step, next, council);
      return wait && wait.team !== team ? [tasks.changed(wait, { team })] : [];
    }),
  );
  return moved.flat();
}
