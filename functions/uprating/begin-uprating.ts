import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { beginUprating } from '#shared/domain/uprating/change-uprating.ts';
import { UpratingTerms } from '#shared/domain/uprating/uprating-terms.ts';
import {
  openWrite,
  upratingLog,
  upratingRowWrite,
} from '#shared/stores/money/charges/uprating-store.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/table/digest.ts';
import type { Ports } from '../ports.ts';
import { showUprating, UpratingAnswer } from './uprating-answer.ts';

export const beginUpratingRun = staffOperation({
  id: 'begin-uprating',
  method: 'POST',
  path: '/uprating-runs',
  tag: 'Charging',
  roles: ['finance-officer'],
  summary: "Work out what everybody would pay under a new year's rates, and change nothing",
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: UpratingTerms,
  answer: UpratingAnswer,
  answerStatus: 201,
  async handle(request, { table, system }: Pick<Ports, 'table' | 'system'>) {
    const actor = { id: request.caller.id, role: request.actingAs };
    const decision = beginUprating(request.body, await loadChargingRates(), { actor });
    if (!decision.accepted) return decision;
    const { type, body, next } = decision.value;
    const runId = derivedId(['uprating', ...request.scope, request.idempotencyKey ?? '']);
    const digest = sha256(canonicalJson(request.body));
    const event = {
      id: runId,
      aggregateId: runId,
      type,
      at: system.now(),
      actor,
      request: digest,
      body,
      after: next,
    };
    const also = [openWrite(runId), upratingRowWrite(runId, next)];
    const result = await upratingLog(table).append(undefined, event, also);
    if (!result.appended) {
      return result.because === 'also'
        ? refuse('already-recorded', 'Another uprating is under way: commit or abandon it first.')
        : refuse('lost-race', 'Try again.');
    }
    if (result.event.request !== digest) {
      return refuse('idempotency-key-reused', 'Use a new Idempotency-Key for other terms.');
    }
    return accept({
      status: 201,
      location: `/uprating-runs/${runId}`,
      version: 1,
      body: showUprating(result.event),
    });
  },
});
