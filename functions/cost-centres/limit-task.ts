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

function taskName(caseId: string, passed: number): DeskTaskName {
  const taskId = derivedId(['cash-limit', caseId, String(passed)]);
  return { aggregateId: caseId, step: 'find-money', taskId };
}

/** Puts a plan above a cash limit into the queue of the budget managers, which the head of service
 * looks after, with the day by which the money is found. */
export function limitTask(
  caseId: string,
  next: CaseState,
  { due, at, council }: { readonly due: CivilDate; readonly at: string; readonly council: Council },
): readonly TableWrite[] {
  if (next.limitPassed === undefined) return [];
  return [
    openDeskTask({
      ...taskName(caseId, next.limitPassed),
      owner: 'case',
      team: taskTeam('authorise-budget', next, council),
      due,
      claimedBy: null,
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
