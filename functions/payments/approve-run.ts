import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { approveRun, RunApproval } from '#shared/domain/run/approve-run.ts';
import { sumRun } from '#shared/stores/money/run-entries.ts';
import { isRunComplete } from '#shared/stores/money/run-store.ts';
import type { Ports } from '../ports.ts';
import { changeRun, RunAnswer, RunParams } from './change-run.ts';

export const decideRun = staffOperation({
  id: 'approve-payment-run',
  method: 'POST',
  path: '/payment-runs/{runId}/approval',
  tag: 'Payments',
  roles: ['finance-approver'],
  summary: 'Approve or reject a payment run',
  ifMatch: 'payment-run',
  params: RunParams,
  query: NoQuery,
  body: RunApproval,
  answer: RunAnswer,
  handle: (request, ports: Pick<Ports, 'table' | 'runs' | 'system'>) =>
    changeRun(request, ports, async (run, moment) => {
      const { runId } = request.params;
      const isComplete = await isRunComplete(ports.table, runId);
      // The sums are over every entry of the run: it is complete, so that they change no more.
      const { due, activatedBy } = await sumRun(ports.table, runId);
      return approveRun(run, request.body, { isComplete, totals: due, activatedBy }, moment);
    }),
});
