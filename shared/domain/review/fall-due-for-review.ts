import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { beginRound } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import { planningLaw } from '../plan/planning-law.ts';

/** Begins the review that has fallen due (Care Act 2014 s27). The date stays with the case until
 * the review is held; the row that the daily sweep takes goes with this event. Refuses
 * `wrong-stage` where no plan is live or nothing is due yet, and `already-recorded` while a review
 * is under way, which then serves for this one too. */
export function fallDueForReview(state: CaseState, moment: Moment): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { live, nextReview, workflow } = state;
  if (!live || !nextReview || nextReview.on > moment.today) {
    return refuse('wrong-stage', 'No review is due.');
  }
  if (workflow.running.includes('review')) {
    return refuse('already-recorded', 'A review is under way.');
  }
  return accept({
    type: 'review-due',
    body: { ...nextReview, rule: planningLaw('review', moment.today) },
    next: { ...state, workflow: beginRound(workflow, 'review') },
  });
}
