import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import { endAll } from '../../journey/workflow.ts';
import { withStaysKept } from '../../plan/spending/stays-bought.ts';
import { Questioned, type SecondLooks } from '../../second-look/second-look.ts';
import type { CaseState, ClosedCase, OpenCase, UrgentSupportState } from '../case-state.ts';
import type { DueChange } from '../change.ts';

/** A case that has ended under a national code: nothing waits and nothing falls due any more, and
 * the support that was live ends with it. */
export function toClosed(open: OpenCase, on: CivilDate, outcome: string): ClosedCase {
  const { ownAccount: _read, planHandedIn: _handedIn, planDisagreement: _said, ...state } = open;
  return {
    ...withStaysKept(state, addDays(on, 1)),
    status: 'closed',
    closedOn: on,
    outcome,
    workflow: endAll(state.workflow),
    live: null,
    urgentSupport: isUrgentSupportRunning(state) ? endedUrgentSupport(state) : state.urgentSupport,
    nextReview: null,
    ...(state.secondLooks && { secondLooks: looksStillOwed(state.secondLooks) }),
  };
}

/** A decision that was set aside is not taken anew once the case has ended; what somebody asked to be
 * looked at is still answered. */
function looksStillOwed(looks: SecondLooks): SecondLooks {
  const left = { ...looks };
  for (const about of Questioned.options) {
    if (left[about]?.status === 'decide-again') delete left[about];
  }
  return left;
}

/** A decision that ends a journey ends the case, unless support is live: that goes on until a
 * person ends it on a day, with reasons of its own. */
export function toClosedUnlessLive(state: OpenCase, on: CivilDate, outcome: string): CaseState {
  return state.live ? state : toClosed(state, on, outcome);
}

export function isUrgentSupportRunning({ urgentSupport }: CaseState): boolean {
  return urgentSupport?.state === 'awaiting-second-key' || urgentSupport?.state === 'confirmed';
}

/** Urgent support that a plan, or the end of the case, has brought to its end. */
export function endedUrgentSupport({ urgentSupport }: CaseState): CaseState['urgentSupport'] {
  return urgentSupport && overUrgentSupport(urgentSupport, 'ended');
}

/** Urgent support that is over, and is renewed by no key any more. */
export function overUrgentSupport(
  { renewal: _unanswered, ...urgent }: UrgentSupportState,
  state: 'ended' | 'expired',
): UrgentSupportState {
  return { ...urgent, state };
}

/** The due dates that must go when a case ends. */
export function duesOf(state: CaseState): DueChange[] {
  const review = [
    ...(state.nextReview ? [{ due: 'review', on: null } as const] : []),
    ...(state.finances?.reviewOn ? [{ due: 'charge-review', on: null } as const] : []),
  ];
  return isUrgentSupportRunning(state)
    ? [...review, { due: 'urgent-support', on: null } as const]
    : review;
}
