import { accept, refuse } from '../outcome.ts';
import type { RunDecision } from './run-change.ts';
import type { RunState } from './run-state.ts';

/** A run that has looked at every agreement and pays somebody, or has left somebody out: from now on it waits
 * for its approver. Refuses `wrong-stage` for one that waits already or is decided. */
export function presentRun(run: RunState): RunDecision {
  if (run.status !== 'draft') return refuse('wrong-stage', `The run is ${run.status}.`);
  return accept({
    type: 'run-prepared',
    body: { rule: 'every agreement was looked at' },
    next: { ...run, status: 'awaiting-approval' },
  });
}
