import type { Council } from '#shared/council/schema.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
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

function taskName(caseId: string, asked: number): DeskTaskName {
  const taskId = derivedId(['look-at-charge', caseId, String(asked)]);
  return { aggregateId: caseId, step: 'look-at-charge', taskId };
}

interface Change {
  readonly caseId: string;
  readonly before: CaseState;
  readonly next: CaseState;
}

// Nobody waits for an answer, and a charge that has become wrong is put right within the month.
const daysToLook = 28;

/** Puts a charge that is to be looked at again into the queue of finance. */
export function askedToLook(
  { caseId, before, next }: Change,
  at: string,
  council: Council,
): readonly TableWrite[] {
  const asked = next.finances?.lookAgain;
  if (asked === undefined || asked === before.finances?.lookAgain) return [];
  return [
    openDeskTask({
      ...taskName(caseId, asked),
      owner: 'case',
      team: taskTeam('assess-finances', next, council),
      due: addDays(civilDateInLondon(at), daysToLook),
      claimedBy: null,
      isUrgent: false,
      flags: reachFlags(next),
      openedAt: at,
    }),
  ];
}

/** Takes a look at a charge out of the queue: somebody has looked, another took its place, or the
 * case has ended. */
export function endedLook({ caseId, before, next }: Change): readonly TableWrite[] {
  const asked = before.finances?.lookAgain;
  if (asked === undefined || before.status === 'closed') return [];
  const isStillAsked = next.status === 'open' && next.finances?.lookAgain === asked;
  return isStillAsked ? [] : [deskTaskDone(taskName(caseId, asked))];
}
