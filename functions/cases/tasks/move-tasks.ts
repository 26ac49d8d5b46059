import type { CaseState } from '#shared/domain/case/case-state.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import {
  type DeskTaskName,
  deskTaskChanged,
  findTasks,
} from '#shared/stores/cases/desk-task-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../../ports.ts';
import { secondLookTaskName } from '../../second-look/second-look-task-name.ts';
import { taskTeam } from '../../workflow/task-address.ts';
import { writtenAtHomeTaskNames } from './written-at-home-task.ts';

interface Passing {
  readonly caseId: string;
  readonly before: CaseState;
  readonly next: CaseState;
}

type MovingPorts = Pick<Ports, 'tasks' | 'table' | 'council'>;

/** What follows a case that passes to another team or worker: its tasks, as far as they were that
 * team's. Those that belong to one kind of team wherever the case is, such as finance, stay where
 * they are, and so does what another team has promised to do. */
export async function movedTasks(
  { caseId, before, next }: Passing,
  { tasks, table, council }: MovingPorts,
): Promise<readonly TableWrite[]> {
  const moving = next.team === before.team ? [] : openSteps(next.workflow);
  const steps = moving.map((step) => ({ owner: 'case' as const, aggregateId: caseId, step }));
  const found = await findTasks(table, { steps, names: deskTasksOf(caseId, before) });
  return [
    ...found.waits.flatMap((wait) => {
      const team = taskTeam(wait.step, next, council);
      return wait.team === team ? [] : [tasks.changed(wait, { team })];
    }),
    ...found.deskTasks
      .filter(({ team }) => team === before.team)
      .map((task) => deskTaskChanged(task, { team: next.team, claimedBy: next.allocatedTo })),
  ];
}

function deskTasksOf(aggregateId: string, state: CaseState): DeskTaskName[] {
  return [
    ...writtenAtHomeTaskNames(aggregateId, state),
    ...(state.contactsNoted ?? []).map((taskId) => ({
      aggregateId,
      step: 'answer-contact' as const,
      taskId,
    })),
    ...(state.callBacks ?? []).map(({ id }) => ({
      aggregateId,
      step: 'call-back' as const,
      taskId: id,
    })),
    ...Object.values(state.secondLooks ?? {}).map((look) => secondLookTaskName(aggregateId, look)),
  ];
}
