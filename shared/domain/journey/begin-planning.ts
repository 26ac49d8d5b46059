import type { CaseState } from '../case/case-state.ts';
import type { Moment } from '../case/change.ts';
import { accept, type Outcome } from '../outcome.ts';
import { beginRound, settleStep, type Workflow } from './workflow.ts';

/** Begins a round of support planning. A financial assessment that was made before stands in it, so
 * that nobody is asked about their money twice. */
export function beginPlanning(
  state: Pick<CaseState, 'finances' | 'records'>,
  workflow: Workflow,
  moment: Moment,
): Outcome<Workflow> {
  const begun = beginRound(workflow, 'support-planning');
  const event = state.records.finances;
  if (!state.finances || event === undefined) return accept(begun);
  return settleStep(begun, {
    step: 'assess-finances',
    verdict: state.finances.status,
    event,
    by: moment.actor.id,
    on: moment.today,
  });
}
