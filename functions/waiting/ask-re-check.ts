import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import { keepListPlace } from '#shared/domain/waiting/case-list.ts';
import { askForReCheck } from '#shared/domain/waiting/re-check-risk.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import type { ReCheckRow } from '#shared/stores/cases/due-store.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../workflow/daily/daily-task.ts';

const actor = { id: 'due-sweep', role: 'service' };

function taskName(caseId: string, asked: number): DeskTaskName {
  const taskId = derivedId(['risk-re-check', caseId, String(asked)]);
  return { aggregateId: caseId, step: 'check-risk', taskId };
}

/** What asks a team to look again at what waiting risks for somebody: an event of the case and a task
 * in the team's queue, both or neither. Once the event is followed, the case leaves what is due. */
export async function reCheckWrites(
  { caseId }: ReCheckRow,
  ports: DailyPorts,
): Promise<readonly TableWrite[]> {
  const last = await ports.cases.last(caseId);
  if (!last) return [];
  const at = ports.system.now();
  const today = civilDateInLondon(at);
  const moment = { actor, today, event: last.sequence + 1 };
  const decision = askForReCheck(last.after, ports.council.riskReChecks, moment);
  // The index may show a place that the case has left, or a look that has been taken.
  if (!decision.accepted) return [];
  const next = keepListPlace(last.after, decision.value.next, moment.event);
  const event = ownEvent(last, { ...decision.value, next }, { actor, at });
  const task = openDeskTask({
    ...taskName(caseId, moment.event),
    owner: 'case',
    team: next.team,
    due: today,
    claimedBy: null,
    isUrgent: next.isUrgent,
    flags: reachFlags(next),
    openedAt: at,
  });
  return [ports.cases.asWrite(last, event), task];
}

/** What takes a re-check out of the queue that nobody waits for any more: it has been done, or the case
 * has left the team's list. */
export function endedReCheck(
  caseId: string,
  before: CaseState,
  next: CaseState,
): readonly TableWrite[] {
  const asked = before.waiting?.reCheckAsked ?? null;
  const isStillAsked = next.waiting?.reCheckAsked === asked;
  return asked === null || isStillAsked ? [] : [deskTaskDone(taskName(caseId, asked))];
}
