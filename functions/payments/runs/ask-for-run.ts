import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { periodContaining } from '#shared/domain/calendar/pay-calendar.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { askForRun, RunRequest } from '#shared/domain/run/ask-for-run.ts';
import { askedRunIdOf, runRowWrite } from '#shared/stores/money/runs/run-store.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import { RunAnswer, showRun } from './change-run.ts';

export const requestRun = staffOperation({
  id: 'request-payment-run',
  method: 'POST',
  path: '/payment-runs',
  tag: 'Payments',
  roles: ['finance-officer'],
  summary: 'Ask for a run between two runs, for what was released or missed its run: one a day',
  creates: true,
  params: NoParams,
  query: NoQuery,
  body: RunRequest,
  answer: RunAnswer,
  answerStatus: 201,
  async handle(request, { runs, council, system }: Pick<Ports, 'runs' | 'council' | 'system'>) {
    const at = system.now();
    const today = civilDateInLondon(at);
    const actor = { id: request.caller.id, role: request.actingAs };
    const period = periodContaining(council.payCalendar, today);
    const { type, body, next } = askForRun(period, request.body, { actor, today, event: 1 });
    const runId = askedRunIdOf(today);
    const digest = sha256(canonicalJson(request.body));
    const event = {
      id: derivedId([...request.scope, runId, request.idempotencyKey ?? '']),
      aggregateId: runId,
      type,
      at,
      actor,
      request: digest,
      body,
      after: next,
    };
    const result = await runs.append(undefined, event, [runRowWrite(runId, next)]);
    if (!result.appended) {
      return refuse('already-recorded', 'A run was asked for today: ask again tomorrow.');
    }
    if (result.event.request !== digest) {
      return refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different request.');
    }
    return accept({
      status: 201,
      location: `/payment-runs/${runId}`,
      version: 1,
      body: showRun(result.event),
    });
  },
});
