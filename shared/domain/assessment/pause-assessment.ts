import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { lawOn } from '../codes/law-in-force.ts';
import { Reason } from '../eligibility/decision.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';

export const AssessmentPause = z
  .strictObject({ whyReablement: Reason, resumeOn: CivilDate })
  .meta({ id: 'AssessmentPause' });
export type AssessmentPause = z.infer<typeof AssessmentPause>;

/** Pauses the assessment while reablement shows what the person can regain (Care and support
 * statutory guidance, chapter 6); it is taken up again on a day that is named now. Refuses
 * `reablement-not-offered-here` where the council offers it after eligibility. */
export function pauseAssessment(
  state: CaseState,
  input: AssessmentPause,
  settings: { readonly reablement: 'before-eligibility' | 'after-eligibility' },
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (settings.reablement === 'after-eligibility') {
    return refuse(
      'reablement-not-offered-here',
      'This council offers reablement after the eligibility decision.',
    );
  }
  if (input.resumeOn <= moment.today) {
    return refuse('invalid-input', 'The assessment resumes on a day to come.', '/resumeOn');
  }
  const settled = settleStep(state.workflow, {
    step: 'assess-needs',
    verdict: 'reablement-first',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  return accept({
    type: 'assessment-paused',
    body: {
      ...input,
      outcome: 'progress-to-reablement',
      rule: lawOn(moment.today, {
        careAct: 'Care Act 2014 s2, s9(6)',
        before: 'NHS and Community Care Act 1990 s47(1)',
      }),
    },
    next: { ...state, workflow: settled.value },
  });
}
