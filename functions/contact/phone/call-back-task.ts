import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { OpenCallBack } from '#shared/domain/call-back/open-call-back.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { TaskFlag } from '#shared/domain/journey/task-flags.ts';
import type { NewDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { promisedBy } from '../../workflow/task-address.ts';

/** The id of the call-back that an event of a case promised. */
export function callBackIdOf(caseId: string, event: number): string {
  return derivedId(['call-back', caseId, String(event)]);
}

/** The day by whose end we call somebody who asked for it: as soon as a new contact is looked at. */
export function dayToCallBy(state: { readonly isUrgent: boolean }, at: string, council: Council) {
  return promisedBy('triage-contact', { at, isUrgent: state.isUrgent, council });
}

interface Promised {
  readonly caseId: string;
  /** The case as it stands once the call is promised. */
  readonly state: CaseState;
  readonly callBackId: string;
  readonly by: CivilDate;
  readonly team: string;
  readonly at: string;
}

/** The place of a call-back in its team's queue: the case's worker holds it where the team is
 * theirs. Neither the number nor what it is about stands there. */
export function callBackTask(promised: Promised): NewDeskTask {
  const { caseId, state, callBackId, by, team, at } = promised;
  return {
    owner: 'case',
    aggregateId: caseId,
    step: 'call-back',
    taskId: callBackId,
    team,
    due: by,
    claimedBy: team === state.team ? state.allocatedTo : null,
    isUrgent: state.isUrgent,
    flags: flagsOfCall(state.callBacks?.find(({ id }) => id === callBackId)),
    openedAt: at,
  };
}

/** What was agreed of this very call, seen before the number is looked up. */
function flagsOfCall(callBack: OpenCallBack | undefined): TaskFlag[] {
  if (!callBack) throw new Error('a call that was never promised');
  if (callBack.notByPhone) return ['do-not-call'];
  return callBack.mayLeaveMessage ? [] : ['no-message'];
}
