import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { RunChange, RunDecision } from '#shared/domain/run/run-change.ts';
import { RunState } from '#shared/domain/run/run-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { runRowWrite } from '#shared/stores/money/runs/run-store.ts';
import { type ChangeRequest, changeAggregate } from '../../cases/change-aggregate.ts';
import type { Ports } from '../../ports.ts';
import { waitingRunWrites } from './waiting-run.ts';

export const RunParams = z.strictObject({ runId: Id });

/** Who may look at what is paid to whom. */
export const runReaders = ['finance-officer', 'finance-approver', 'head-of-service'] as const;

/** Where a run stands: the answer of every command on it. */
export const RunAnswer = RunState.omit({ workflow: true, recent: true })
  .extend({
    runId: Id,
    /** The number of the newest event: what If-Match asks for. */
    event: z.int().positive(),
  })
  .meta({ id: 'PaymentRunAnswer' });
type RunAnswer = z.infer<typeof RunAnswer>;

interface RunRequest extends ChangeRequest {
  readonly params: { runId: string };
  readonly ifMatch: string | undefined;
}

/** Carries out one command on a payment run, for somebody who has seen its newest version. */
export function changeRun(
  request: RunRequest,
  ports: Pick<Ports, 'runs' | 'council' | 'system'>,
  decide: (run: RunState, moment: Moment) => RunDecision | Promise<RunDecision>,
): Promise<Reply> {
  const { runId } = request.params;
  return changeAggregate(request, ports, {
    log: ports.runs,
    id: runId,
    refusalOf: (last) => staleness(last, request.ifMatch),
    decide: (last, moment) => decide(last.after, moment),
    also: async ({ next }: RunChange, { after: before }, at) => [
      runRowWrite(runId, next),
      ...waitingRunWrites({ runId, before: before.status, next: next.status, at }, ports.council),
    ],
    answer: (event) => accept({ status: 200, body: showRun(event), version: event.sequence }),
  });
}

function staleness({ sequence }: RecordedEvent<RunState>, ifMatch: string | undefined) {
  if (ifMatch === undefined) {
    return refuse('version-missing', 'Send If-Match with the version of the run you read.');
  }
  return ifMatch === `"${sequence}"`
    ? undefined
    : refuse('version-stale', `The run is now at version "${sequence}".`);
}

export function showRun(event: RecordedEvent<RunState>): RunAnswer {
  const { workflow: _workflow, recent: _recent, ...shown } = event.after;
  return { ...shown, runId: event.aggregateId, event: event.sequence };
}
