import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { settleEmptyRun } from '#shared/domain/run/settle-empty-run.ts';
import { doneParts, type RunSums } from '#shared/stores/money/runs/run-parts.ts';
import { runRowWrite } from '#shared/stores/money/runs/run-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { paymentShards } from '#shared/stores/table/keys.ts';
import type { Ports } from '../../ports.ts';

const actor = { id: 'payment-run', role: 'service' };

/** Ends a run whose every part is done and holds nothing, so that nobody is asked to approve nothing. The
 * last part to be counted finds it so, or the call that repeats it. */
export async function settleIfEmpty(
  runId: string,
  ownSums: RunSums,
  { table, runs, system }: Pick<Ports, 'table' | 'runs' | 'system'>,
): Promise<void> {
  if (!isEmpty(ownSums)) return;
  const parts = await doneParts(table, runId);
  const isWhole = parts.length === paymentShards;
  if (!isWhole || !parts.every(({ sums }) => sums && isEmpty(sums))) return;
  const last = await runs.last(runId);
  if (!last) throw new Error(`no run ${runId}`);
  const at = system.now();
  const moment = { actor, today: civilDateInLondon(at), event: last.sequence + 1 };
  const decision = settleEmptyRun(last.after, moment);
  if (!decision.accepted) return;
  const { type, body, next } = decision.value;
  const event = {
    id: derivedId(['run-empty', runId]),
    aggregateId: runId,
    type,
    at,
    actor,
    request: null,
    body,
    after: next,
  };
  // Where another part was first, or somebody decided the run meanwhile, it is settled as well.
  await runs.append(last, event, [runRowWrite(runId, next)]);
}

function isEmpty({ due, sent, withheld, leftOut }: RunSums): boolean {
  return due.count + sent.count + withheld.count + leftOut === 0;
}
