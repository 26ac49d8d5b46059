import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, staffOperation } from '#shared/contracts/operation.ts';
import { claimDeskTask, DeskStep, releaseDeskTask } from '#shared/domain/case/tasks/desk-task.ts';
import { deskTaskChanged, findDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import type { DeskTask } from '#shared/stores/cases/task-store.ts';
import type { Ports } from '../../ports.ts';
import { everyCaseRole } from '../case-roles.ts';
import type { ChangeRequest } from '../change-aggregate.ts';
import { changeCase } from '../change-case.ts';

const DeskTaskParams = CaseParams.extend({ deskStep: DeskStep, taskId: Id });

const shared = {
  method: 'POST',
  tag: 'Tasks',
  roles: everyCaseRole,
  params: DeskTaskParams,
  query: NoQuery,
  answer: CaseAnswer,
} as const;

export const claimDesk = staffOperation({
  ...shared,
  id: 'claim-desk-task',
  path: '/cases/{caseId}/desk-tasks/{deskStep}/{taskId}/claim',
  summary: 'Take a call-back, or another task that no step of the journey waits for, for yourself',
  handle: (request, ports: Ports) =>
    changeHolder(request, ports, { decide: claimDeskTask, holder: request.caller.id }),
});

export const releaseDesk = staffOperation({
  ...shared,
  id: 'release-desk-task',
  path: '/cases/{caseId}/desk-tasks/{deskStep}/{taskId}/release',
  summary: 'Give such a task back to its team',
  handle: (request, ports: Ports) =>
    changeHolder(request, ports, { decide: releaseDeskTask, holder: null }),
});

interface DeskTaskRequest extends ChangeRequest {
  readonly params: { caseId: string; deskStep: DeskStep; taskId: string };
  readonly ifMatch: string | undefined;
}

/** The record says who holds the task in the same moment as the queue does. */
function changeHolder(
  request: DeskTaskRequest,
  ports: Ports,
  { decide, holder }: { decide: typeof claimDeskTask; holder: string | null },
): Promise<Reply> {
  const { caseId, deskStep, taskId } = request.params;
  let task: DeskTask | undefined;
  return changeCase(
    request,
    ports,
    async (state, moment) => {
      task = await findDeskTask(ports.table, { aggregateId: caseId, step: deskStep, taskId });
      return decide(state, task, moment);
    },
    { also: async () => (task ? [deskTaskChanged(task, { claimedBy: holder })] : []) },
  );
}
