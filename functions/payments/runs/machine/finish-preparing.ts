import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { endCancelledRun } from '#shared/domain/run/cancel-run.ts';
import { presentRun } from '#shared/domain/run/present-run.ts';
import type { RunDecision } from '#shared/domain/run/run-change.ts';
import { type RunState, roundOf } from '#shared/domain/run/run-state.ts';
import { settleEmptyRun } from '#shared/domain/run/settle-empty-run.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import {
  areAllCounted,
  type DonePart,
  doneParts,
  type RunSums,
} from '#shared/stores/money/runs/run-parts.ts';
import { runRowWrite } from '#shared/stores/money/runs/run-store.ts';
import { paymentShards } from '#shared/stores/table/keys.ts';
import type { Ports } from '../../../ports.ts';
import { machineWrites } from '../waiting-run.ts';

const actor = { id: 'payment-run', role: 'service' };

/** Once every part of a run is done, says that it waits for its approver, or ends it where it holds nothing
 * or was cancelled, so that nobody is asked to approve nothing. The last part to be counted finds it so, or
 * the call that repeats it. */
export async function finishPreparing(
  runId: string,
  { table, runs, system }: Pick<Ports, 'table' | 'runs' | 'system'>,
): Promise<void> {
  const parts = await doneParts(table, runId);
  if (parts.length < paymentShards) return;
  const last = await runs.last(runId);
  if (!last) throw new Error(`no run ${runId}`);
  if (!areAllCounted(parts, roundOf(last.after))) return;
  const at = system.now();
  const moment = { actor, today: civilDateInLondon(at), event: last.sequence + 1 };
  const decision = settled(last.after, parts, moment);
  if (!decision.accepted) return;
  const { next } = decision.value;
  const event = ownEvent(last, decision.value, { actor, at });
  // Where another part was first, or somebody decided the run meanwhile, it is settled as well.
  await runs.append(last, event, [
    runRowWrite(runId, next),
    ...machineWrites({ runId, before: last.after.status, next: next.status, at }),
  ]);
}

function settled(run: RunState, parts: readonly DonePart[], moment: Moment): RunDecision {
  if (run.status === 'cancelling') return endCancelledRun(run, moment);
  return parts.every(({ sums }) => sums && isEmpty(sums))
    ? settleEmptyRun(run, moment)
    : presentRun(run);
}

function isEmpty({ due, sent, withheld, leftOut }: RunSums): boolean {
  return due.count + sent.count + withheld.count + leftOut === 0;
}
