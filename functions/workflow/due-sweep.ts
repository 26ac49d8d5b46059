import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { type DueIndex, type DuePointer, dueRows } from '#shared/stores/due-store.ts';
import { reviewShards, taskShards } from '#shared/stores/keys.ts';
import type { Value } from '#shared/stores/table.ts';
import type { DailyPorts } from './daily-task.ts';
import { recordOf, rowsAtOnceMax, type SweptRows, takeRows } from './take-rows.ts';

const pageLimit = 100;

export interface Swept {
  readonly taken: number;
}

/** Takes everything that has fallen due: reviews of today, and what ran out by the end of
 * yesterday. A day that was missed is caught up by the next, and the cost follows what is due. */
export async function sweepDue(ports: DailyPorts): Promise<Swept> {
  const today = civilDateInLondon(ports.system.now());
  const yesterday = addDays(today, -1);
  const shards = [
    ...Array.from({ length: reviewShards }, (_, shard) => ({
      index: 'REVIEW' as const,
      shard,
      upTo: today,
    })),
    ...Array.from({ length: taskShards }, (_, shard) => ({
      index: 'TASK' as const,
      shard,
      upTo: yesterday,
    })),
  ];
  const swept = await Promise.all(shards.map((shard) => sweepShard(shard, ports)));
  const failed = swept.reduce((sum, shard) => sum + shard.failed, 0);
  // Thrown at the end, so that the call is tried again and its alarm tells of what never succeeds.
  if (failed > 0) throw new Error(`${failed} due rows could not be taken`);
  return { taken: swept.reduce((sum, shard) => sum + shard.taken, 0) };
}

async function sweepShard(
  asked: { index: DueIndex; shard: number; upTo: CivilDate },
  ports: DailyPorts,
): Promise<SweptRows> {
  let taken = 0;
  let failed = 0;
  let startAfter: Value | undefined;
  // From page to page, and never again from the first: the index may still show what was just
  // taken.
  do {
    const page = await dueRows(ports.table, { ...asked, limit: pageLimit, startAfter });
    for (const rows of together(page.rows)) {
      const swept = await takeRows(rows, asked.upTo, ports);
      taken += swept.taken;
      failed += swept.failed;
    }
    startAfter = page.next;
  } while (startAfter !== undefined);
  return { taken, failed };
}

/** Rows in their order, as many as fit one transaction; two rows of one record are never in the
 * same, because each of them is its next event. */
function together(rows: readonly DuePointer[]): DuePointer[][] {
  const groups: DuePointer[][] = [];
  let records = new Set<string>();
  for (const row of rows) {
    const record = recordOf(row);
    const group = groups.at(-1);
    if (group && records.size < rowsAtOnceMax && !records.has(record)) {
      group.push(row);
      records.add(record);
    } else {
      groups.push([row]);
      records = new Set([record]);
    }
  }
  return groups;
}
