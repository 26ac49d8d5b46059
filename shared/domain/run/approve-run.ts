import * as z from 'zod';
import { recordPenceMax } from '../bacs/payment-file.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { payDatesOfApproval } from './pay-dates.ts';
import type { RunDecision, RunTotals } from './run-change.ts';
import type { RunState } from './run-state.ts';

export const RunApproval = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('approved'), comment: Reason.optional() }),
    z.strictObject({ verdict: z.literal('rejected'), comment: Reason }),
  ])
  .meta({ id: 'RunApproval' });
export type RunApproval = z.infer<typeof RunApproval>;

/** What an approver decides upon, as it was read from the run's entries. */
export interface PreparedRun {
  /** Whether every agreement has been looked at, after which no payment joins the run any more. */
  readonly isComplete: boolean;
  readonly due: RunTotals;
  /** What was taken out of the run before. */
  readonly withheld: RunTotals;
  /** The officers who made the agreements active that this run pays. */
  readonly activatedBy: readonly string[];
}

/** Approves or rejects a run. No money moves on the word of one person: the approver has neither made active an
 * agreement in the run, nor asked for the run or put it up again. A rejected run pays nothing; its payments
 * keep their keys and stay in it, so that nobody's money is lost, until the run is put up again or cancelled.
 * An approval that comes too late for the pay date moves it: the record never says that
 * money arrived on a day on which it could not. Refuses `wrong-stage` while the run is being
 * prepared or once it is decided, `same-person`, and `amount-above-file`. */
export function approveRun(
  run: RunState,
  input: RunApproval,
  prepared: PreparedRun,
  moment: Moment,
): RunDecision {
  if (!prepared.isComplete) return refuse('wrong-stage', 'The run is still being prepared.');
  const { verdict } = input;
  const settled = settleStep(run.workflow, {
    step: 'approve-payment-run',
    verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return refuse('wrong-stage', `The run is ${run.status}.`);
  const refused = verdict === 'approved' ? refusalToSend(run, prepared, moment) : undefined;
  if (refused) return refused;
  const payDates = verdict === 'approved' ? payDatesOfApproval(run, moment.today) : {};
  return accept({
    type: verdict === 'approved' ? 'run-approved' : 'run-rejected',
    body: {
      ...input,
      totals: prepared.due,
      withheldBefore: prepared.withheld,
      ...payDates,
      rule: 'separation of duties',
    },
    next: {
      ...run,
      ...payDates,
      status: verdict,
      workflow: settled.value,
      approvedBy: verdict === 'approved' ? moment.actor.id : null,
    },
  });
}

function refusalToSend(
  run: RunState,
  prepared: PreparedRun,
  { actor }: Moment,
): Refused | undefined {
  const own = ownHand(run, prepared, actor.id);
  if (own) return own;
  // The contra of a file has the field of one payment: found here, and not when money has moved.
  return prepared.due.pence > recordPenceMax
    ? refuse('amount-above-file', 'The run adds up to more than one file can hold: reject it.')
    : undefined;
}

function ownHand(run: RunState, prepared: PreparedRun, approver: string): Refused | undefined {
  if (run.reissuedBy === approver) {
    return refuse('same-person', 'Somebody other than who put the run up again approves it.');
  }
  if (run.asked?.by === approver) {
    return refuse('same-person', 'Somebody other than who asked for the run approves it.');
  }
  return prepared.activatedBy.includes(approver)
    ? refuse('same-person', 'The run pays an agreement that you made active.')
    : undefined;
}
