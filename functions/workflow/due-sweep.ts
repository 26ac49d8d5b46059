import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { type DueIndex, type DuePointer, dueRows } from '#shared/stores/due-store.ts';
import { reviewShards, taskShards } from '#shared/stores/keys.ts';
import type { DailyPorts } from './daily-task.ts';
import { markOverdue } from './mark-overdue.ts';
import { takeDue } from './take-due.ts';

const pageLimit = 100;

export interface Swept {
  readonly taken: number;
}

/** Takes everything that has fallen due: reviews of today, and what ran out by the end of yesterday. A
 * day that was missed is caught up by the next, and the cost follows what is due. */
export async function sweepDue(ports: DailyPorts): Promise<Swept> {
  const today = civilDateInLondon(ports.system.now());
  const yesterday = addDays(today, -1);
  let taken = 0;
  for (let shard = 0; shard < reviewShards; shard += 1) {
    taken += await sweepShard({ index: 'REVIEW', shard, upTo: today }, ports);
  }
  for (let shard = 0; shard < taskShards; shard += 1) {
    taken += await sweepShard({ index: 'TASK', shard, upTo: yesterday }, ports);
  }
  return { taken };
}

async function sweepShard(
  asked: { index: DueIndex; shard: number; upTo: string },
  ports: DailyPorts,
): Promise<number> {
  const seen = new Set<string>();
  for (;;) {
    const rows = await dueRows(ports.table, { ...asked, limit: pageLimit });
    // The index may still show rows that were taken a moment ago: a page of nothing new is the end.
    const fresh = rows.filter((row) => !seen.has(nameOf(row)));
    for (const row of fresh) {
      seen.add(nameOf(row));
      await (row.kind === 'due' ? takeDue(row, ports) : markOverdue(row, ports));
    }
    if (fresh.length === 0) return seen.size;
  }
}

function nameOf(row: DuePointer): string {
  return row.kind === 'due' ? `${row.caseId} ${row.due}` : `${row.aggregateId} ${row.step}`;
}
