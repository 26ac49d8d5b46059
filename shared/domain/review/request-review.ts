import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { beginRound } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import { planningLaw } from '../plan/planning-law.ts';

/** A review before it falls due: somebody asks for it, or something has changed. */
export const ReviewRequest = z
  .strictObject({
    kind: z.enum(['requested', 'unplanned']),
    by: z.enum(['person', 'carer', 'provider', 'practitioner', 'other']),
    reason: Reason,
  })
  .meta({ id: 'ReviewRequest' });
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/** Begins a review now, at the reasonable request of anybody or on a change (Care Act 2014
 * s27(1)(b)). The date of the next regular review stays until this one is held. Refuses
 * `wrong-stage` without a live plan and `already-recorded` while a review is under way. */
export function requestReview(
  state: CaseState,
  request: ReviewRequest,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (!state.live) return refuse('wrong-stage', 'There is no live plan to review.');
  if (state.workflow.running.includes('review')) {
    return refuse('already-recorded', 'A review is under way.');
  }
  return accept({
    type: 'review-requested',
    body: {
      ...request,
      outcome: 'progress-to-assessment',
      rule: planningLaw('review', moment.today),
    },
    next: { ...state, workflow: beginRound(state.workflow, 'review') },
  });
}
