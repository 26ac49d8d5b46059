import * as z from 'zod';
import { CivilDate } from '../../domain/calendar/civil-date.ts';
import { type RunState, RunStatus } from '../../domain/run/run-state.ts';
import { derivedId } from '../table/digest.ts';
import { partition, paymentShards } from '../table/keys.ts';
import type { Key, Table, TableWrite, Value } from '../table/table.ts';

/** The id of the run of a period: the same however often the calendar asks for it. */
export function runIdOf(periodStart: CivilDate): string {
  return derivedId(['payment-run', periodStart]);
}

/** The partition of gsi1 in which a shard of a run's entries stands. */
export function runShard(runId: string, shard: number): string {
  return `${partition('run', runId)}#${shard}`;
}

function doneKey(runId: string, shard: number): Key {
  return { pk: partition('run', runId), sk: `DONE#${String(shard).padStart(2, '0')}` };
}

/** Holds a payment to a run that still takes payments in. Each shard has a mark of its own, so that
 * payments do not wait for each other. */
export function openShardCheck(runId: string, shard: number): TableWrite {
  return { check: doneKey(runId, shard), onlyIf: ['absent'] };
}

/** From now on no payment of this shard joins the run, so that what is approved is what is sent. */
export async function markShardDone(table: Table, runId: string, shard: number): Promise<void> {
  await table.write([{ put: { ...doneKey(runId, shard), schema: 1, shard } }]);
}

export async function isShardDone(table: Table, runId: string, shard: number): Promise<boolean> {
  return (await table.get(doneKey(runId, shard))) !== undefined;
}

/** Whether every shard of the run is done: consistently read, because an approval rests on it. */
export async function isRunComplete(table: Table, runId: string): Promise<boolean> {
  const { items } = await table.query({
    pk: partition('run', runId),
    beginsWith: 'DONE#',
    limit: paymentShards,
  });
  return items.length === paymentShards;
}

/** A run as the list of runs shows it. */
export const RunRow = z
  .strictObject({
    runId: z.string(),
    status: RunStatus,
    periodStart: CivilDate,
    periodEnd: CivilDate,
    payOn: CivilDate,
  })
  .meta({ id: 'PaymentRunRow' });
export type RunRow = z.infer<typeof RunRow>;
const StoredRunRow = RunRow.strip();

const list = 'RUNS';

/** The row of the list of runs, written with every event of the run: some thirteen rows a year. */
export function runRowWrite(runId: string, run: RunState): TableWrite {
  const { status, periodStart, periodEnd, payOn } = run;
  const row = { runId, status, periodStart, periodEnd, payOn };
  return { put: { pk: list, sk: periodStart, schema: 1, ...row } };
}

/** Runs, the latest period first. */
export async function listRuns(
  table: Table,
  limit: number,
  before?: string,
): Promise<{ readonly runs: readonly RunRow[]; readonly next?: Value }> {
  const { items, next } = await table.query({
    pk: list,
    newestFirst: true,
    limit,
    ...(before === undefined ? {} : { startAfter: { pk: list, sk: before } }),
  });
  const runs = items.map((item) => StoredRunRow.parse(item));
  return next === undefined ? { runs } : { runs, next };
}
