import type { PayPeriod } from '../calendar/pay-calendar.ts';
import { beginRound, noWorkflow } from '../journey/workflow.ts';
import type { RunChange } from './run-change.ts';

/** A run as the pay calendar begins it: its machine creates the payments and then waits for
 * approval. */
export function draftRun({ start, end, payDate }: PayPeriod): RunChange {
  return {
    type: 'run-drafted',
    body: { periodStart: start, periodEnd: end, payOn: payDate, rule: 'pay calendar' },
    next: {
      status: 'draft',
      periodStart: start,
      periodEnd: end,
      payOn: payDate,
      workflow: beginRound(noWorkflow, 'payment-run'),
      reissuedBy: null,
      approvedBy: null,
      recent: [],
    },
  };
}
