import type { Moment } from '../case/change.ts';
import type { Outcome } from '../outcome.ts';
import type { Step } from './steps.ts';
import { beginRound, settleStep, type Workflow } from './workflow.ts';

/** Begins a round of the journey behind the front door, which is not asked again. `kept` names the
 * steps whose verdicts stand in it. */
export function beginReassessment(
  workflow: Workflow,
  kept: readonly Step[],
  moment: Moment,
): Outcome<Workflow> {
  return settleStep(beginRound(workflow, 'journey', kept), {
    step: 'triage-contact',
    verdict: 'assess',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
}
