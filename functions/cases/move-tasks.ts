import type { CaseState } from '#shared/domain/case/case-state.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import {
  type DeskTaskName,
  deskTaskChanged,
  findDeskTask,
} from '#shared/stores/desk-task-store.ts';
import type { TableWrite } from '#shared/stores/table.ts';
import type { Ports } from '../ports.ts';
import { taskTeam } from '../workflow/task-address.ts';

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
  passing: Passing,
  ports: MovingPorts,
): Promise<readonly TableWrite[]> {
  const steps = passing.next.team === passing.before.team ? [] : await movedSteps(passing, ports);
  return [...steps, ...(await movedDeskTasks(passing, ports))];
}

async function movedSteps(
  { caseId, next }: Passing,
  { tasks, council }: MovingPorts,
): Promise<TableWrite[]> {
  const moved = await Promise.all(
    openSteps(next.workflow).map(async (step) => {
      const wait = await tasks.find('case', caseId, step);
      const team = taskTeam(step, next, council);
      return wait && wait.team !== team ? [tasks.changed(wait, { team })] : [];
    }),
  );
  return moved.flat();
}

async function movedDeskTasks(
  { caseId, before, next }: Passing,
  { table }: MovingPorts,
): Promise<TableWrite[]> {
  const found = await Promise.all(
    deskTasksOf(caseId, before).map((name) => findDeskTask(table, name)),
  );
  return found.flatMap((task) =>
    task?.team === before.team
      ? [deskTaskChanged(task, { team: next.team, claimedBy: next.allocatedTo })]
      : [],
  );
}

function deskTasksOf(aggregateId: string, state: CaseState): DeskTaskName[] {
  return [
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
  ];
}
