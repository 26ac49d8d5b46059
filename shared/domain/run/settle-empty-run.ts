import type { Moment } from '../case/change.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import type { RunDecision } from './run-change.ts';
import type { RunState } from './run-state.ts';

/** Ends a run that has looked at every agreement, owes nobody anything and has left nobody out: there is
 * nothing that a second person could look at. Refuses `wrong-stage` once somebody has decided it. */
export function settleEmptyRun(run: RunState, moment: Moment): RunDecision {
  const settled = settleStep(run.workflow, {
    step: 'approve-payment-run',
    verdict: 'nothing-to-pay',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return refuse('wrong-stage', `The run is ${run.status}.`);
  return accept({
    type: 'run-empty',
    body: { rule: 'nothing to pay, and nobody left out' },
    next: { ...run, status: 'empty', workflow: settled.value },
  });
}
