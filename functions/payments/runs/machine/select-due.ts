import { type RunState, roundOf } from '#shared/domain/run/run-state.ts';
import { dueAgreements } from '#shared/stores/money/payments/agreement-head-store.ts';
import {
  closePart,
  findDonePart,
  isCounted,
  keepSelectedSums,
} from '#shared/stores/money/runs/run-parts.ts';
import { sumPart } from '#shared/stores/money/runs/sum-run.ts';
import type { Value } from '#shared/stores/table/table.ts';
import type { Ports } from '../../../ports.ts';
import { finishPreparing } from './finish-preparing.ts';
import { payAgreements } from './pay-agreements.ts';
import type { SelectDue } from './run-task.ts';
import { takeOutPage } from './take-out-page.ts';

/** An ordinary agreement takes two writes, so that a page fits in one transaction. */
const pageLimit = 45;

/** Creates what one page of agreements is owed, and after the last page closes the shard and counts
 * it. Called again at any point, it finds what is paid and pays the rest; once the shard is closed it pays
 * nothing more, so that approval sees the whole run. A run that was put up again is only counted again:
 * payments may have been taken out of it since. From one that was cancelled, all of them are. */
export async function selectDue(
  call: SelectDue,
  ports: Pick<Ports, 'table' | 'runs' | 'council' | 'system'>,
): Promise<{ readonly cursor: Value }> {
  const { runId, shard } = call;
  const { table } = ports;
  const [run, part] = await Promise.all([
    ports.runs.last(runId),
    findDonePart(table, runId, shard),
  ]);
  if (!run) throw new Error(`no run ${runId}`);
  const round = roundOf(run.after);
  const isCancelled = run.after.status === 'cancelling';
  const isOpen = run.after.status === 'draft' || isCancelled;
  const isToCount = isOpen && !(part && isCounted(part, round));
  if (!isToCount) {
    await finishPreparing(runId, ports);
    return { cursor: null };
  }
  if (isCancelled) {
    const next = await takeOutPage(call, ports);
    if (next !== null) return { cursor: next };
  } else if (!part) {
    const next = await payPage(call, run.after, ports);
    if (next !== undefined) return { cursor: next };
    await closePart(table, runId, shard);
  }
  const sums = await sumPart(table, runId, shard);
  // The index showed less than there is: the part is walked through again.
  if (isCancelled && sums.due.count > 0) throw new Error(`run ${runId} still holds payments`);
  await keepSelectedSums(table, runId, { shard, sums, round });
  await finishPreparing(runId, ports);
  return { cursor: null };
}

async function payPage(
  { runId, shard, cursor }: SelectDue,
  { periodStart, periodEnd, payOn }: RunState,
  ports: Pick<Ports, 'table' | 'council' | 'system'>,
): Promise<Value | undefined> {
  const { agreementIds, next } = await dueAgreements(ports.table, {
    shard,
    upTo: periodEnd,
    limit: pageLimit,
    startAfter: cursor ?? undefined,
  });
  const { recoveryPercentMax } = ports.council.directPayments;
  const carrying = { runId, periodStart, periodEnd, payOn, recoveryPercentMax };
  await payAgreements(agreementIds, { run: carrying, shard, ports });
  return next;
}
