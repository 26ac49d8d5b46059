import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { type RunState, RunStatus } from '../../../domain/run/run-state.ts';
import { derivedId } from '../../table/digest.ts';
import { partition } from '../../table/keys.ts';
import type { Key, Table, TableWrite, Value } from '../../table/table.ts';

/** The id of the run of a period: the same however often the calendar asks for it. */
export function runIdOf(periodStart: CivilDate): string {
  return derivedId(['payment-run', periodStart]);
}

/** The id of the one run that finance may ask for on a day. */
export function askedRunIdOf(on: CivilDate): string {
  return derivedId(['payment-run-asked-for', on]);
}

/** What a request for a run led to, for ever: the same request a day later is answered, and asks for no
 * other run. */
const AskedRun = z.object({ runId: z.string() });

function askedKey(request: string): Key {
  return { pk: `RUN-REQUEST#${request}`, sk: 'RUN' };
}

export function askedRunWrite(request: string, runId: string): TableWrite {
  return { put: { ...askedKey(request), schema: 1, runId }, onlyIf: ['absent'] };
}

export async function findAskedRun(table: Table, request: string): Promise<string | undefined> {
  const item = await table.get(askedKey(request));
  return item && AskedRun.parse(item).runId;
}

/** The partition of gsi1 in which a shard of a run's entries stands. */
export function runShard(runId: string, shard: number): string {
  return `${partition('run', runId)}#${shard}`;
}

/** A run as the list of runs shows it. */
export const RunRow = z
  .strictObject({
    runId: z.string(),
    status: RunStatus,
    periodStart: CivilDate,
    periodEnd: CivilDate,
    payOn: CivilDate,
    /** The day on which finance asked for it; a run of the calendar has none. */
    askedOn: CivilDate.exactOptional(),
  })
  .meta({ id: 'PaymentRunRow' });
export type RunRow = z.infer<typeof RunRow>;
const StoredRunRow = RunRow.strip();

const list = 'RUNS';

/** The row of the list of runs, written with every event of the run: some thirteen rows a year, and one
 * for each run that finance asked for, behind that of its period. */
export function runRowWrite(runId: string, run: RunState): TableWrite {
  const { status, periodStart, periodEnd, payOn, asked } = run;
  const row = { runId, status, periodStart, periodEnd, payOn };
  return asked
    ? { put: { pk: list, sk: `${periodStart}#${asked.on}`, schema: 1, ...row, askedOn: asked.on } }
    : { put: { pk: list, sk: periodStart, schema: 1, ...row } };
}

/** Where the list goes on. */
export const RunPlace = z.string().regex(/^\d{4}-\d{2}-\d{2}(#\d{4}-\d{2}-\d{2})?$/);

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
