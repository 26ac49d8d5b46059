import { taskDue, taskTeam } from '../../../../functions/workflow/task-address.ts';
import type { CivilDate } from '../../../../shared/domain/calendar/civil-date.ts';
import { instantInLondon } from '../../../../shared/domain/calendar/london-time.ts';
import type { CaseState } from '../../../../shared/domain/case/case-state.ts';
import type { Step } from '../../../../shared/domain/journey/steps.ts';
import { openSteps } from '../../../../shared/domain/journey/workflow.ts';
import { council } from '../rules/commands.ts';

interface Task {
  readonly step: Step;
  readonly team: string;
  readonly due: CivilDate;
}

export interface TaskChanges {
  readonly done: readonly Step[];
  readonly opened: readonly Task[];
}

export const noTasks: TaskChanges = { done: [], opened: [] };

/** The task of a step, for the team and by the day that the service itself would give it. */
export function taskFor(step: Step, state: CaseState, today: CivilDate): Task {
  const { isUrgent } = state;
  // Played in office hours.
  const at = instantInLondon(today, '12:00');
  const due = taskDue(step, { at, isUrgent, council });
  return { step, team: taskTeam(step, state, council), due };
}

/** The steps that people are waited for at no more, and those that they now are. */
export function tasksBetween(
  before: CaseState | undefined,
  after: CaseState,
  today: CivilDate,
): TaskChanges {
  const stoodOpen = before ? openSteps(before.workflow) : [];
  const standOpen = openSteps(after.workflow);
  return {
    done: stoodOpen.filter((step) => !standOpen.includes(step)),
    opened: standOpen
      .filter((step) => !stoodOpen.includes(step))
      .map((step) => taskFor(step, after, today)),
  };
}

export function taskColumns(tasks: readonly Task[]): readonly [Step[], string[], CivilDate[]] {
  return [
    tasks.map(({ step }) => step),
    tasks.map(({ team }) => team),
    tasks.map(({ due }) => due),
  ];
}
