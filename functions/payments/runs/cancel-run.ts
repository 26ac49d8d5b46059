import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { cancelRun, RunCancellation } from '#shared/domain/run/cancel-run.ts';
import type { Ports } from '../../ports.ts';
import { changeRun, RunAnswer, RunParams } from './change-run.ts';

export const cancelRejectedRun = staffOperation({
  id: 'cancel-payment-run',
  method: 'POST',
  path: '/payment-runs/{runId}/cancellation',
  tag: 'Payments',
  roles: ['finance-officer'],
  summary: 'Cancel a rejected payment run: what it owed is paid by the next',
  ifMatch: 'payment-run',
  params: RunParams,
  query: NoQuery,
  body: RunCancellation,
  answer: RunAnswer,
  handle: (request, ports: Pick<Ports, 'runs' | 'council' | 'system'>) =>
    changeRun(request, ports, (run) => cancelRun(run, request.body)),
});
