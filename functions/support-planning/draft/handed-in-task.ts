import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { dueAfter } from '#shared/domain/calendar/time-limit.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';

/** The task to read the plan that was handed in; undefined where nobody waits for that. */
export function handedInTaskName(
  caseId: string,
  { planHandedIn }: CaseState,
): DeskTaskName | undefined {
  if (planHandedIn === undefined) return undefined;
  const taskId = derivedId(['read-own-plan', caseId, String(planHandedIn)]);
  return { aggregateId: caseId, step: 'read-own-plan', taskId };
}

// Whoever has planned their life at home hears of it within the week.
const timeToRead = { count: 5, unit: 'working-days' } as const;

/** Puts a plan that was handed in before the worker who has the case, or else before their team. */
export function handedInTask(
  caseId: string,
  next: CaseState,
  { at, today }: { readonly at: string; readonly today: CivilDate },
): readonly TableWrite[] {
  const name = handedInTaskName(caseId, next);
  if (!name) return [];
  return [
    openDeskTask({
      ...name,
      owner: 'case',
      team: next.team,
      due: next.isUrgent ? today : dueAfter(today, timeToRead),
      claimedBy: next.allocatedTo,
      isUrgent: next.isUrgent,
      flags: reachFlags(next),
      openedAt: at,
    }),
  ];
}

/** Takes the task out of the queue once a version of the plan is recorded, or the case has ended. */
export function endedHandedIn(
  caseId: string,
  before: CaseState,
  next: CaseState,
): readonly TableWrite[] {
  const name = handedInTaskName(caseId, before);
  return name && next.planHandedIn === undefined ? [deskTaskDone(name)] : [];
}
