import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { decideUprating, UpratingVerdict } from '#shared/domain/uprating/change-uprating.ts';
import type { UpratingChange, UpratingState } from '#shared/domain/uprating/uprating-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  noLongerOpen,
  upratingLog,
  upratingRowWrite,
} from '#shared/stores/money/charges/uprating-store.ts';
import { changeAggregate } from '../cases/change-aggregate.ts';
import type { Ports } from '../ports.ts';
import { showUprating, UpratingAnswer, UpratingParams } from './uprating-answer.ts';

export const decideUpratingRun = staffOperation({
  id: 'decide-uprating',
  method: 'POST',
  path: '/uprating-runs/{runId}/decision',
  tag: 'Charging',
  roles: ['finance-approver', 'finance-officer'],
  summary: 'Make what was worked out the charge of everybody, or let it go',
  ifMatch: 'uprating-run',
  params: UpratingParams,
  query: NoQuery,
  body: UpratingVerdict,
  answer: UpratingAnswer,
  handle: (request, ports: Pick<Ports, 'table' | 'system'>) =>
    changeAggregate(request, ports, {
      log: upratingLog(ports.table),
      id: request.params.runId,
      refusalOf: (last) => staleness(last, request.ifMatch),
      decide: (last, moment) => decideUprating(last.after, request.body, moment),
      also: async ({ next }: UpratingChange) => [
        upratingRowWrite(request.params.runId, next),
        ...(next.status === 'abandoned' ? [noLongerOpen] : []),
      ],
      answer: (event) =>
        accept({ status: 200, body: showUprating(event), version: event.sequence }),
    }),
});

function staleness({ sequence }: RecordedEvent<UpratingState>, ifMatch: string | undefined) {
  if (ifMatch === undefined) {
    return refuse('version-missing', 'Send If-Match with the version of the uprating you read.');
  }
  return ifMatch === `"${sequence}"`
    ? undefined
    : refuse('version-stale', `The uprating is now at version "${sequence}".`);
}
