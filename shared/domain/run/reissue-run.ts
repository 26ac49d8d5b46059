import * as z from 'zod';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { beginRound } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import type { RunDecision } from './run-change.ts';
import type { RunState } from './run-state.ts';

export const RunReissue = z.strictObject({ reason: Reason }).meta({ id: 'RunReissue' });
export type RunReissue = z.infer<typeof RunReissue>;

/** Puts a rejected run up for approval again, with the very same payments: what was wrong with one
 * of them is put right at its agreement, by a stop or another account, before the run is sent.
 * Refuses `wrong-stage` for a run that was not rejected. */
export function reissueRun(run: RunState, input: RunReissue, moment: Moment): RunDecision {
  if (run.status !== 'rejected') {
    return refuse('wrong-stage', `Only a rejected run is put up again; this one is ${run.status}.`);
  }
  return accept({
    type: 'run-reissued',
    body: { ...input, rule: 'separation of duties' },
    next: {
      ...run,
      status: 'draft',
      workflow: beginRound(run.workflow, 'payment-run'),
      reissuedBy: moment.actor.id,
    },
  });
}
