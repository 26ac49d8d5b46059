import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { describeFault, logger } from '#shared/lambda/logger.ts';
import { type DueIndex, type DuePointer, dueRows } from '#shared/stores/due-store.ts';
import { reviewShards, taskShards } from '#shared/stores/keys.ts';
import type { Value } from '#shared/stores/table.ts';
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

interface SweptShard {
  readonly taken: number;
  readonly failed: number;
}

async function sweepShard(
  asked: { index: DueIndex; shard: number; upTo: CivilDate },
  ports: DailyPorts,
): Promise<SweptShard> {
  let taken = 0;
  let failed = 0;
  let startAfter: Value | undefined;
  // From page to page, and never again from the first: the index may still show what was just taken.
  do {
    const page = await dueRows(ports.table, { ...asked, limit: pageLimit, startAfter });
    for (const row of page.rows) {
      const isTaken = await takeRow(row, asked.upTo, ports);
      if (isTaken) taken += 1;
      else failed += 1;
    }
    startAfter = page.next;
  } while (startAfter !== undefined);
  return { taken, failed };
}

/** Takes one row; one that cannot be taken holds up none of the others. */
async function takeRow(row: DuePointer, upTo: CivilDate, ports: DailyPorts): Promise<boolean> {
  try {
    await (row.kind === 'due' ? takeDue(row, ports) : markOverdue({ ...row, upTo }, ports));
    return true;
  } catch (fault) {
    const name = row.kind === 'due' ? { aggregate: row.caseId } : { aggregate: row.aggregateId };
    logger.error('due row not taken', { ...name, ...describeFault(fault) });
    return false;
  }
}
