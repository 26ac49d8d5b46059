import type { CaseState } from '../case/case-state.ts';
import type { Moment } from '../case/change.ts';
import { takenUpAgain } from '../case/ending/taken-up-again.ts';
import { beginReassessment } from '../journey/begin-reassessment.ts';
import type { Step } from '../journey/steps.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** Opens the decision on eligibility again, with the assessment that it was taken from. A plan that is
 * live or being made goes on until the new decision begins another; a case that had ended is taken
 * up again. Refuses `case-closed` where the person has died. */
export function reopenEligibility(state: CaseState, moment: Moment): Outcome<CaseState> {
  if (state.status === 'closed' && state.outcome === 'nfa-deceased') {
    return refuse('case-closed', 'The case ended with a death.');
  }
  // A reassessment that is under way leads to a new decision by itself.
  if (state.workflow.running.includes('journey')) return accept(state);
  const isAssessed = state.workflow.verdicts['assess-needs']?.verdict === 'assessed';
  const kept: readonly Step[] = isAssessed ? ['assess-needs'] : [];
  const workflow = beginReassessment(state.workflow, kept, moment);
  if (!workflow.accepted) return workflow;
  if (state.status === 'open') return accept({ ...state, workflow: workflow.value });
  return accept({ ...takenUpAgain(state, workflow.value, moment.today), eligibility: null });
}
