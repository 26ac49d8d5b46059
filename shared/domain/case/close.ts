import type { CivilDate } from '../calendar/civil-date.ts';
import { endAll } from '../journey/workflow.ts';
import type { CaseState, ClosedCase, OpenCase } from './case-state.ts';
import type { DueChange } from './change.ts';

/** A case that has ended under a national code: nothing waits and nothing falls due any more. */
export function toClosed(state: OpenCase, on: CivilDate, outcome: string): ClosedCase {
  return {
    ...state,
    status: 'closed',
    closedOn: on,
    outcome,
    workflow: endAll(state.workflow),
    nextReview: null,
  };
}

/** The due dates that must go when a case ends. */
export function duesOf(state: CaseState): DueChange[] {
  const review = state.nextReview ? [{ due: 'review', on: null } as const] : [];
  const awaitsKey = state.urgentSupport && state.urgentSupport.state !== 'expired';
  return awaitsKey ? [...review, { due: 'urgent-support', on: null } as const] : review;
}
