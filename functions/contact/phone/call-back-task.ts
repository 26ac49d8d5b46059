import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { openDeskTask } from '#shared/stores/desk-task-store.ts';
import { derivedId } from '#shared/stores/digest.ts';
import type { TableWrite } from '#shared/stores/table.ts';

/** The id of the call-back that an event of a case promised. */
export function callBackIdOf(caseId: string, event: number): string {
  return derivedId(['call-back', caseId, String(event)]);
}

interface Promised {
  readonly caseId: string;
  readonly state: CaseState;
  readonly callBackId: string;
  readonly by: CivilDate;
  readonly team: string;
  readonly at: string;
}

/** The place of a call-back in its team's queue: the case's worker holds it where the team is
 * theirs. Neither the number nor what it is about stands there. */
export function callBackTask(promised: Promised): TableWrite {
  const { caseId, state, callBackId, by, team, at } = promised;
  return openDeskTask({
    owner: 'case',
    aggregateId: caseId,
    step: 'call-back',
    taskId: callBackId,
    team,
    due: by,
    claimedBy: team === state.team ? state.allocatedTo : null,
    isUrgent: state.isUrgent,
    openedAt: at,
  });
}
