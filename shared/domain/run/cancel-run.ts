import * as z from 'zod';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { beginRound, settleStep } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import type { RunDecision } from './run-change.ts';
import type { RunState } from './run-state.ts';

export const RunCancellation = z
  .strictObject({ reason: Reason.meta({ examples: ['It was prepared under the wrong terms.'] }) })
  .meta({ id: 'RunCancellation' });
export type RunCancellation = z.infer<typeof RunCancellation>;

/** Gives up a rejected run: its machine takes each payment out of it, which keeps its permanent key and is
 * paid by the next run. No money moves, so that one person may do it. Refuses `wrong-stage` for a run that
 * was not rejected. */
export function cancelRun(run: RunState, input: RunCancellation): RunDecision {
  if (run.status !== 'rejected') {
    return refuse('wrong-stage', `Only a rejected run is cancelled; this one is ${run.status}.`);
  }
  return accept({
    type: 'run-cancelling',
    body: { ...input, rule: 'separation of duties' },
    next: { ...run, status: 'cancelling', workflow: beginRound(run.workflow, 'payment-run') },
  });
}

/** Ends a cancelled run once nothing is due in it any more. Refuses `wrong-stage` for one that nobody
 * cancels. */
export function endCancelledRun(run: RunState, moment: Moment): RunDecision {
  if (run.status !== 'cancelling') return refuse('wrong-stage', `The run is ${run.status}.`);
  const settled = settleStep(run.workflow, {
    step: 'approve-payment-run',
    verdict: 'nothing-to-pay',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  return accept({
    type: 'run-cancelled',
    body: { rule: 'every payment was taken out' },
    next: { ...run, status: 'cancelled', workflow: settled.value },
  });
}
