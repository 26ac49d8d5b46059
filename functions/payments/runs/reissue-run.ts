import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { RunReissue, reissueRun } from '#shared/domain/run/reissue-run.ts';
import type { Ports } from '../../ports.ts';
import { changeRun, RunAnswer, RunParams } from './change-run.ts';

export const putRunUpAgain = staffOperation({
  id: 'reissue-payment-run',
  method: 'POST',
  path: '/payment-runs/{runId}/reissue',
  tag: 'Payments',
  roles: ['finance-officer'],
  summary: 'Put a rejected payment run up for approval again, with the same payments',
  ifMatch: 'payment-run',
  params: RunParams,
  query: NoQuery,
  body: RunReissue,
  answer: RunAnswer,
  handle: (request, ports: Pick<Ports, 'runs' | 'council' | 'system'>) =>
    changeRun(request, ports, (run, moment) => reissueRun(run, request.body, moment)),
});
