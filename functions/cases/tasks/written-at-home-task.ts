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

/** What a person writes at home, by the task to read and answer it: the case holds the event that told of
 * it for as long as nobody has. */
const handedIn = {
  'read-own-account': ({ ownAccount }: CaseState) => ownAccount,
  'read-own-plan': ({ planHandedIn }: CaseState) => planHandedIn,
  'answer-disagreement': ({ planDisagreement }: CaseState) => planDisagreement,
} as const;
type Reading = keyof typeof handedIn;

const readings = [
  'read-own-account',
  'read-own-plan',
  'answer-disagreement',
] as const satisfies readonly Reading[];

// Whoever has written down their life at home, or how they want to live it, hears of it within the week.
const timeToRead = { count: 5, unit: 'working-days' } as const;

/** The tasks to read what was handed in at home and waits for it. */
export function writtenAtHomeTaskNames(caseId: string, state: CaseState): readonly DeskTaskName[] {
  return readings.flatMap((step) => nameOf(step, caseId, state));
}

/** Puts what was handed in before the worker who has the case, or else before their team. */
export function writtenAtHomeTask(
  step: Reading,
  caseId: string,
  next: CaseState,
  { at, today }: { readonly at: string; readonly today: CivilDate },
): readonly TableWrite[] {
  return nameOf(step, caseId, next).map((name) =>
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
  );
}

/** Takes each out of the queue once what it asked to read is recorded, or the case has ended. */
export function endedWrittenAtHome(
  caseId: string,
  before: CaseState,
  next: CaseState,
): readonly TableWrite[] {
  return readings
    .filter((step) => handedIn[step](next) === undefined)
    .flatMap((step) => nameOf(step, caseId, before))
    .map(deskTaskDone);
}

function nameOf(step: Reading, caseId: string, state: CaseState): readonly DeskTaskName[] {
  const event = handedIn[step](state);
  if (event === undefined) return [];
  return [{ aggregateId: caseId, step, taskId: derivedId([step, caseId, String(event)]) }];
}
