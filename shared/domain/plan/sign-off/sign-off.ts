import { assessorsOf } from '../../assessment/who-assessed.ts';
import type { Hands } from '../../budget/two-keys.ts';
import type { CaseState, OpenCase } from '../../case/case-state.ts';
import { type Refused, refuse } from '../../outcome.ts';
import type { PlanState } from '../plan-state.ts';

/** Who has had a hand in the plan before it is signed off. */
export function handsOn(state: CaseState, plan: PlanState): Hands {
  return {
    authorIds: authorsOf(plan),
    assessorIds: assessorsOf(state),
    financesBy: state.finances?.by,
  };
}

/** Every member of staff who wrote or recorded a version of the plan in its round. */
export function authorsOf({ recordedBy, staffAuthor, writtenBefore = [] }: PlanState): string[] {
  const authors = [recordedBy, ...(staffAuthor === null ? [] : [staffAuthor]), ...writtenBefore];
  return [...new Set(authors)];
}

/** Neither key turns over an open safeguarding concern until the safeguarding lead has said that
 * the plan is safe to proceed. Protective care never waits for it: that is urgent support's
 * business. */
export function refusalWhileConcerned(state: OpenCase): Refused | undefined {
  if (!state.concern || state.concern.isSafeToProceed) return undefined;
  const detail =
    'A safeguarding concern is open: the safeguarding lead says if it is safe to go on.';
  return refuse('safeguarding-unresolved', detail);
}
