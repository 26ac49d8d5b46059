import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { periodContaining } from '#shared/domain/calendar/pay-calendar.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { askForRun, RunRequest } from '#shared/domain/run/ask-for-run.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  askedRunIdOf,
  askedRunWrite,
  findAskedRun,
  runRowWrite,
} from '#shared/stores/money/runs/run-store.ts';
import { canonicalJson, derivedId, sha256 } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import { RunAnswer, showRun } from './change-run.ts';
import { machineWrites } from './waiting-run.ts';

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
  async handle(request, ports: Pick<Ports, 'table' | 'runs' | 'council' | 'system'>) {
    const { runs, council, system } = ports;
    const asked = derivedId([...request.scope, 'payment-run', request.idempotencyKey ?? '']);
    const digest = sha256(canonicalJson(request.body));
    const earlier = await findAskedRun(ports.table, asked);
    if (earlier !== undefined) return answerAgain(await runs.at(earlier, 1), digest);
    const at = system.now();
    const today = civilDateInLondon(at);
    const actor = { id: request.caller.id, role: request.actingAs };
    const period = periodContaining(council.payCalendar, today);
    const { type, body, next } = askForRun(period, request.body, { actor, today, event: 1 });
    const runId = askedRunIdOf(today);
    const event = {
      id: asked,
      aggregateId: runId,
      type,
      at,
      actor,
      request: digest,
      body,
      after: next,
    };
    const also = [
      runRowWrite(runId, next),
      askedRunWrite(asked, runId),
      ...machineWrites({ runId, before: undefined, next: next.status, at }),
    ];
    const result = await runs.append(undefined, event, also);
    if (!result.appended) {
      return refuse('already-recorded', 'A run was asked for today: ask again tomorrow.');
    }
    return answerAgain(result.event, digest);
  },
});

/** The run that a request led to, as it was then, if it was this very request. */
function answerAgain(event: RecordedEvent<RunState> | undefined, digest: string): Reply {
  if (!event) throw new Error('a run that was asked for is missing');
  if (event.request !== digest) {
    return refuse('idempotency-key-reused', 'Use a new Idempotency-Key for a different request.');
  }
  return accept({
    status: 201,
    location: `/payment-runs/${event.aggregateId}`,
    version: 1,
    body: showRun(event),
  });
}
