import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { approveRun, RunApproval } from '#shared/domain/run/approve-run.ts';
import { sumRun } from '#shared/stores/money/runs/sum-run.ts';
import type { Ports } from '../../ports.ts';
import { changeRun, RunAnswer, RunParams } from './change-run.ts';
import { isPrepared } from './is-prepared.ts';

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
  handle: (request, ports: Pick<Ports, 'table' | 'runs' | 'council' | 'system'>) =>
    changeRun(request, ports, async (run, moment) => {
      const { parts, sums } = await sumRun(ports.table, request.params.runId);
      const isComplete = isPrepared(run, parts);
      return approveRun(run, request.body, { ...sums, isComplete }, moment);
    }),
});
