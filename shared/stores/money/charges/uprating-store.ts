import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { Pence } from '../../../domain/money/pence.ts';
import { LeftOutReason } from '../../../domain/uprating/uprate-charge.ts';
import { UpratingState, UpratingStatus } from '../../../domain/uprating/uprating-state.ts';
import { UpratingTotals } from '../../../domain/uprating/uprating-totals.ts';
import { EventLog } from '../../events/event-log.ts';
import { partition } from '../../table/keys.ts';
import type { Key, Table, TableWrite, Value } from '../../table/table.ts';

export function upratingLog(table: Table): EventLog<UpratingState> {
  return new EventLog(table, 'uprating', UpratingState);
}

const list = 'UPRATINGS';
// After every row of the list, whose keys begin with a year.
const openKey: Key = { pk: list, sk: 'OPEN' };

/** Keeps a second uprating from beginning before this one has come to its end. */
export function openWrite(runId: string): TableWrite {
  return { put: { ...openKey, schema: 1, runId }, onlyIf: ['absent'] };
}

export const noLongerOpen: TableWrite = { delete: openKey };

export async function openRunId(table: Table): Promise<string | undefined> {
  const item = await table.get(openKey);
  return item && z.string().parse(item['runId']);
}

/** An uprating as the list of them shows it. */
export const UpratingRow = z
  .object({ runId: z.string(), status: UpratingStatus, ratesFrom: CivilDate })
  .meta({ id: 'UpratingRow' });
export type UpratingRow = z.infer<typeof UpratingRow>;

export function upratingRowWrite(runId: string, { status, terms }: UpratingState): TableWrite {
  const { ratesFrom } = terms;
  const key = { pk: list, sk: `${ratesFrom}#${runId}` };
  return { put: { ...key, schema: 1, runId, status, ratesFrom } };
}

/** Upratings, those of the latest rates first. */
export async function listUpratings(table: Table, limit: number): Promise<readonly UpratingRow[]> {
  const { items } = await table.query({ pk: list, to: '9', newestFirst: true, limit });
  return items.map((item) => UpratingRow.parse(item));
}

/** How far the work on an uprating has come: changed with each batch, by whoever read it last. */
const UpratingProgress = z.object({
  version: z.int().nonnegative(),
  /** The shard that is being looked at, and after which case; past the last shard, all is worked out. */
  shard: z.int().nonnegative(),
  cursor: z.custom<Value>().nullable(),
  batches: z.int().nonnegative(),
  totals: UpratingTotals,
  batchesWritten: z.int().nonnegative(),
  written: z.int().nonnegative(),
  leftOut: z.int().nonnegative(),
});
export type UpratingProgress = z.infer<typeof UpratingProgress>;

function progressKey(runId: string): Key {
  return { pk: partition('uprating', runId), sk: 'PROGRESS' };
}

export async function findProgress(
  table: Table,
  runId: string,
): Promise<UpratingProgress | undefined> {
  const item = await table.get(progressKey(runId));
  return item && UpratingProgress.parse(item);
}

/** Moves the work on by one step. Refused where somebody else has moved it meanwhile: a batch counts
 * once. */
export function progressWrite(runId: string, progress: UpratingProgress): TableWrite {
  const { version } = progress;
  return {
    put: { ...progressKey(runId), schema: 1, ...progress },
    onlyIf: version === 1 ? ['absent'] : [{ attribute: 'version', equals: version - 1 }],
  };
}

/** What an uprating makes of one case. */
export const UpratingCase = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('worked'),
      caseId: z.string(),
      /** The event that holds the charge before. */
      finances: z.int().positive(),
      beforeWeeklyPence: Pence,
      afterWeeklyPence: Pence,
      differenceWeeklyPence: z.int(),
    }),
    z.object({
      outcome: z.literal('left-out'),
      caseId: z.string(),
      reason: LeftOutReason,
      detail: z.string(),
    }),
  ])
  .meta({ id: 'UpratingCase' });
export type UpratingCase = z.infer<typeof UpratingCase>;

const Batch = z.object({ cases: z.array(UpratingCase) });

function batchKey(runId: string, batch: number): Key {
  return { pk: partition('uprating', runId), sk: `BATCH#${String(batch).padStart(6, '0')}` };
}

export function batchWrite(
  runId: string,
  batch: number,
  cases: readonly UpratingCase[],
): TableWrite {
  return { put: { ...batchKey(runId, batch), schema: 1, cases } };
}

/** The cases of one batch, the first of which is 1; undefined where there are no more. */
export async function findBatch(
  table: Table,
  runId: string,
  batch: number,
): Promise<readonly UpratingCase[] | undefined> {
  const item = await table.get(batchKey(runId, batch));
  return item && Batch.parse(item).cases;
}
