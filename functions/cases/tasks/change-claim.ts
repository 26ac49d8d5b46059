import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { CaseChange, CaseDecision } from '#shared/domain/case/change.ts';
import {
  claimTask,
  Reassignment,
  reassignTask,
  releaseTask,
} from '#shared/domain/case/tasks/claim-task.ts';
import { Step } from '#shared/domain/journey/steps.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';
import { everyCaseRole } from '../case-roles.ts';
import { changeCase } from '../change-case.ts';

const TaskParams = CaseParams.extend({ step: Step });

const shared = {
  method: 'POST',
  tag: 'Tasks',
  params: TaskParams,
  query: NoQuery,
  answer: CaseAnswer,
} as const;

export const claim = staffOperation({
  ...shared,
  id: 'claim-task',
  path: '/cases/{caseId}/tasks/{step}/claim',
  roles: everyCaseRole,
  summary: 'Take an open task for yourself',
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => claimTask(state, request.params.step, moment), {
      also: (change) => queueWrites(change, request.params.caseId, ports),
    }),
});

export const release = staffOperation({
  ...shared,
  id: 'release-task',
  path: '/cases/{caseId}/tasks/{step}/release',
  roles: everyCaseRole,
  summary: 'Give a task back to its team',
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => releaseTask(state, request.params.step, moment), {
      also: (change) => queueWrites(change, request.params.caseId, ports),
    }),
});

export const reassign = staffOperation({
  ...shared,
  id: 'reassign-task',
  path: '/cases/{caseId}/tasks/{step}/reassignment',
  roles: ['team-manager', 'duty-manager', 'head-of-service'],
  summary: 'Hand a task to another member of staff',
  body: Reassignment,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      (state): CaseDecision => reassignTask(state, request.params.step, request.body),
      { also: (change) => queueWrites(change, request.params.caseId, ports) },
    ),
});

/** The queue shows who holds a task in the same moment as the record does. A machine that has not
 * opened the wait yet will find the claim on the record. */
async function queueWrites(
  change: CaseChange,
  caseId: string,
  ports: Ports,
): Promise<readonly TableWrite[]> {
  if (!change.claim) return [];
  const wait = await ports.tasks.find('case', caseId, change.claim.step);
  return wait ? [ports.tasks.changed(wait, { claimedBy: change.claim.by })] : [];
}
