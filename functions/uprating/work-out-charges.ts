import { workedOut } from '#shared/domain/uprating/change-uprating.ts';
import {
  type LeftOut,
  type UpratedCharge,
  type UpratingRules,
  uprateCharge,
} from '#shared/domain/uprating/uprate-charge.ts';
import type { UpratingState } from '#shared/domain/uprating/uprating-state.ts';
import { noTotals, withCase } from '#shared/domain/uprating/uprating-totals.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { type ChargedCase, listCharged } from '#shared/stores/money/charges/charged-case-store.ts';
import {
  batchWrite,
  findProgress,
  progressWrite,
  type UpratingCase,
  type UpratingProgress,
  upratingLog,
  upratingRowWrite,
} from '#shared/stores/money/charges/uprating-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { chargedShards, eventKey } from '#shared/stores/table/keys.ts';
import type { UpratingPorts } from './go-on.ts';
import { rulesOf } from './uprating-rules.ts';

/** As many cases as one request reads. */
const batchLimit = 100;
// Some ten thousand cases: well within what the function has time for.
const batchesAtOnce = 100;

const actor = { id: 'uprating', role: 'service' };

const nothingDone: UpratingProgress = {
  version: 0,
  shard: 0,
  cursor: null,
  batches: 0,
  totals: noTotals,
  batchesWritten: 0,
  written: 0,
  leftOut: 0,
};

/** Works out what everybody would pay, a batch at a time, and changes no case. Each batch and how far
 * the work has come are one transaction, so that a batch counts once. */
export async function workOutCharges(
  last: RecordedEvent<UpratingState>,
  ports: UpratingPorts,
): Promise<{ readonly cases: number; readonly isDone: boolean }> {
  const { aggregateId: runId, after } = last;
  const rules = await rulesOf(after, ports);
  let progress = (await findProgress(ports.table, runId)) ?? nothingDone;
  let cases = 0;
  for (let batch = 0; batch < batchesAtOnce && progress.shard < chargedShards; batch += 1) {
    const worked = await workBatch({ runId, progress, rules }, ports);
    const result = await ports.table.write(worked.writes);
    // Somebody else is at it: they go on.
    if (!result.written) return { cases, isDone: true };
    progress = worked.progress;
    cases += worked.cases;
  }
  if (progress.shard < chargedShards) return { cases, isDone: false };
  await finish(last, progress, ports);
  return { cases, isDone: true };
}

async function workBatch(
  { runId, progress, rules }: { runId: string; progress: UpratingProgress; rules: UpratingRules },
  ports: UpratingPorts,
) {
  const page = await listCharged(ports.table, {
    shard: progress.shard,
    limit: batchLimit,
    startAfter: progress.cursor ?? undefined,
  });
  const uprated = await upratedOf(page.cases, rules, ports);
  const batches = progress.batches + (uprated.length > 0 ? 1 : 0);
  const next: UpratingProgress = {
    ...progress,
    version: progress.version + 1,
    shard: page.next === undefined ? progress.shard + 1 : progress.shard,
    cursor: page.next ?? null,
    batches,
    totals: uprated.reduce((sum, each) => withCase(sum, each.result), progress.totals),
  };
  const rows = uprated.map(({ found, result }) => rowOf(found, result));
  const writes = [
    progressWrite(runId, next),
    ...(rows.length > 0 ? [batchWrite(runId, batches, rows)] : []),
  ];
  return { progress: next, writes, cases: rows.length };
}

async function upratedOf(
  cases: readonly ChargedCase[],
  rules: UpratingRules,
  { table, cases: log }: UpratingPorts,
) {
  if (cases.length === 0) return [];
  const keys = cases.map(({ caseId, finances }) => eventKey('case', caseId, finances));
  const items = await table.getMany(keys);
  return cases.map((found, place) => {
    const item = items[place];
    if (!item) throw new Error(`event ${found.finances} of a case is missing`);
    return { found, result: uprateCharge(log.read(item).body, rules) };
  });
}

function rowOf({ caseId, finances }: ChargedCase, result: UpratedCharge | LeftOut): UpratingCase {
  if (result.leftOut !== undefined) {
    return { outcome: 'left-out', caseId, reason: result.leftOut, detail: result.detail };
  }
  const beforeWeeklyPence = result.before.charge.weeklyPence;
  const afterWeeklyPence = result.charge.weeklyPence;
  const differenceWeeklyPence = afterWeeklyPence - beforeWeeklyPence;
  return {
    outcome: 'worked',
    caseId,
    finances,
    beforeWeeklyPence,
    afterWeeklyPence,
    differenceWeeklyPence,
  };
}

async function finish(
  last: RecordedEvent<UpratingState>,
  { totals }: UpratingProgress,
  { table, system }: UpratingPorts,
): Promise<void> {
  const { aggregateId: runId } = last;
  const { type, body, next } = workedOut(last.after, totals);
  const event = {
    id: derivedId(['uprating-worked-out', runId]),
    aggregateId: runId,
    type,
    at: system.now(),
    actor,
    request: null,
    body,
    after: next,
  };
  // Refused where it was abandoned meanwhile: then there is nothing to say.
  await upratingLog(table).append(last, event, [upratingRowWrite(runId, next)]);
}
