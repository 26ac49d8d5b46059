import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { type DueIndex, dueRows } from '#shared/stores/cases/due-store.ts';
import { queuePartsToSweep } from '#shared/stores/cases/task-store.ts';
import { reviewShards, urgentShards } from '#shared/stores/table/keys.ts';
import type { Value } from '#shared/stores/table/table.ts';
import type { DailyPorts } from './daily-task.ts';
import { recordOf, rowsAtOnceMax, type SweepRow, type SweptRows, takeRows } from './take-rows.ts';

const pageLimit = 100;

export interface Swept {
  readonly taken: number;
}

/** Takes everything that has fallen due: reviews and re-checks of today, and what ran out by the end
 * of yesterday. A day that was missed is caught up by the next, and the cost follows what is due. */
export async function sweepDue(ports: DailyPorts): Promise<Swept> {
  const today = civilDateInLondon(ports.system.now());
  const yesterday = addDays(today, -1);
  const swept = await Promise.all([
    ...shardsOf(reviewShards).map((shard) =>
      sweep(dueIn({ index: 'REVIEW', shard, upTo: today }, ports), today, ports),
    ),
    ...shardsOf(urgentShards).map((shard) =>
      sweep(dueIn({ index: 'URGENT', shard, upTo: yesterday }, ports), yesterday, ports),
    ),
    // The queues tell what is late, so that a wait needs no index of its own for it.
    ...ports.council.teams.flatMap(({ id: team }) =>
      queuePartsToSweep.map((part) =>
        sweep(lateIn({ team, part, upTo: yesterday }, ports), yesterday, ports),
      ),
    ),
  ]);
  const failed = swept.reduce((sum, { failed }) => sum + failed, 0);
  // Thrown at the end, so that the call is tried again and its alarm tells of what never succeeds.
  if (failed > 0) throw new Error(`${failed} due rows could not be taken`);
  return { taken: swept.reduce((sum, { taken }) => sum + taken, 0) };
}

function shardsOf(count: number): number[] {
  return Array.from({ length: count }, (_, shard) => shard);
}

interface SweepPage {
  readonly rows: readonly SweepRow[];
  readonly next?: Value;
}
type ReadPage = (startAfter: Value | undefined) => Promise<SweepPage>;

function dueIn(
  asked: { index: DueIndex; shard: number; upTo: CivilDate },
  ports: DailyPorts,
): ReadPage {
  return async (startAfter) => {
    const page = await dueRows(ports.table, { ...asked, limit: pageLimit, startAfter });
    return { ...page, rows: page.rows.map((row) => ({ kind: 'due', row })) };
  };
}

function lateIn(
  asked: { team: string; part: (typeof queuePartsToSweep)[number]; upTo: CivilDate },
  ports: DailyPorts,
): ReadPage {
  return async (startAfter) => {
    const page = await ports.tasks.lateOfTeam({ ...asked, limit: pageLimit, startAfter });
    return { ...page, rows: page.late.map((row) => ({ kind: 'late', row })) };
  };
}

async function sweep(read: ReadPage, upTo: CivilDate, ports: DailyPorts): Promise<SweptRows> {
  let taken = 0;
  let failed = 0;
  let startAfter: Value | undefined;
  // From page to page, and never again from the first: the index may still show what was just
  // taken.
  do {
    const page = await read(startAfter);
    for (const rows of together(page.rows)) {
      const swept = await takeRows(rows, upTo, ports);
      taken += swept.taken;
      failed += swept.failed;
    }
    startAfter = page.next;
  } while (startAfter !== undefined);
  return { taken, failed };
}

/** Rows in their order, as many as fit one transaction; two rows of one record are never in the
 * same, because each of them is its next event. */
function together(rows: readonly SweepRow[]): SweepRow[][] {
  const groups: SweepRow[][] = [];
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
