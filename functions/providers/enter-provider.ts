import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { enterProvider, NewProvider } from '#shared/domain/provider/provider-state.ts';
import { providerLog, standingWrite } from '#shared/stores/money/orders/provider-store.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/table/digest.ts';
import type { Ports } from '../ports.ts';
import { ProviderAnswer, showProvider } from './change-provider.ts';

export const enterNewProvider = staffOperation({
  id: 'enter-provider',
  method: 'POST',
  path: '/providers',
  tag: 'Providers',
  roles: ['finance-officer', 'team-manager'],
  summary: 'Enter an organisation that the council buys support from',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: NewProvider,
  answer: ProviderAnswer,
  answerStatus: 201,
  async handle(request, { table, system }: Pick<Ports, 'table' | 'system'>) {
    const { type, body, next } = enterProvider(request.body);
    const providerId = derivedId(['provider', ...request.scope, request.idempotencyKey ?? '']);
    const digest = sha256(canonicalJson(request.body));
    const event = {
      id: providerId,
      aggregateId: providerId,
      type,
      at: system.now(),
      actor: { id: request.caller.id, role: request.actingAs },
      request: digest,
      body,
      after: next,
    };
    const also = [standingWrite(providerId, next)];
    const result = await providerLog(table).append(undefined, event, also);
    if (!result.appended) return refuse('lost-race', 'Try again.');
    return result.event.request === digest
      ? showProvider(result.event, 201)
      : refuse('idempotency-key-reused', 'Use a new Idempotency-Key for another provider.');
  },
});
