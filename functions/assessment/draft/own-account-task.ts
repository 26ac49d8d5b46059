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

/** The task to read what the person wrote; undefined where nobody waits for that. */
export function ownAccountTaskName(
  caseId: string,
  { ownAccount }: CaseState,
): DeskTaskName | undefined {
  if (ownAccount === undefined) return undefined;
  const taskId = derivedId(['read-own-account', caseId, String(ownAccount)]);
  return { aggregateId: caseId, step: 'read-own-account', taskId };
}

// Whoever has written down their life at home hears of it within the week.
const timeToRead = { count: 5, unit: 'working-days' } as const;

/** Puts an account that is whole before the worker who has the case, or else before their team. */
export function ownAccountTask(
  caseId: string,
  next: CaseState,
  { at, today }: { readonly at: string; readonly today: CivilDate },
): readonly TableWrite[] {
  const name = ownAccountTaskName(caseId, next);
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

/** Takes the task out of the queue once the assessment is recorded, or the case has ended. */
export function endedOwnAccount(
  caseId: string,
  before: CaseState,
  next: CaseState,
): readonly TableWrite[] {
  const name = ownAccountTaskName(caseId, before);
  return name && next.ownAccount === undefined ? [deskTaskDone(name)] : [];
}
