import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../workflow/task-address.ts';

interface LimitTask {
  readonly due: CivilDate;
  readonly at: string;
  /** Who finds the money; null for whoever takes it. */
  readonly named: string | null;
  readonly council: Council;
}

function taskName(caseId: string, passed: number): DeskTaskName {
  const taskId = derivedId(['cash-limit', caseId, String(passed)]);
  return { aggregateId: caseId, step: 'find-money', taskId };
}

/** Gives what is above a cash limit to the person who answers for the limits, among the tasks of the budget
 * managers, with the day by which the money is found. */
export function limitTask(
  caseId: string,
  next: CaseState,
  { due, at, named, council }: LimitTask,
): readonly TableWrite[] {
  if (next.limitPassed === undefined) return [];
  return [
    openDeskTask({
      ...taskName(caseId, next.limitPassed),
      owner: 'case',
      team: taskTeam('authorise-budget', next, council),
      due,
      claimedBy: named,
      isUrgent: false,
      flags: reachFlags(next),
      openedAt: at,
    }),
  ];
}

/** Takes it out of the queue: somebody said where the money is found, or a newer plan passed a limit in
 * its place. The end of a case does not: what was spent is still above the limit. */
export function endedLimitTask(
  caseId: string,
  before: CaseState,
  next: CaseState,
): readonly TableWrite[] {
  const { limitPassed } = before;
  const isOver = limitPassed !== undefined && next.limitPassed !== limitPassed;
  return isOver ? [deskTaskDone(taskName(caseId, limitPassed))] : [];
}
