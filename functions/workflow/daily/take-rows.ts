import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { describeFault, logger } from '#shared/lambda/logger.ts';
import { deskTaskLate } from '#shared/stores/cases/desk-task-store.ts';
import type { DueRow, ReCheckRow, WarningRow } from '#shared/stores/cases/due-store.ts';
import type { LateTask } from '#shared/stores/cases/task-store.ts';
import { TableBusy, type TableWrite } from '#shared/stores/table/table.ts';
import { reCheckWrites } from '../../waiting/ask-re-check.ts';
import type { DailyPorts } from './daily-task.ts';
import { overdueWrites } from './mark-overdue.ts';
import { dueWrites } from './take-due.ts';

/** What a sweep takes: a due date of a case, or a task that is late. */
export type SweepRow =
  | { readonly kind: 'due'; readonly row: DueRow | ReCheckRow | WarningRow }
  | { readonly kind: 'late'; readonly row: LateTask };

/** A transaction holds a hundred items, and a row takes four of them, or of urgent support that ran out, five:
 * what is more than it holds is taken one by one. */
export const rowsAtOnceMax = 25;

const attemptsMax = 3;

export interface SweptRows {
  readonly taken: number;
  readonly failed: number;
}

/** The record that a row concerns. */
export function recordOf(swept: SweepRow): string {
  if (swept.kind === 'due') {
    return swept.row.due === 'warning-review' ? swept.row.personId : swept.row.caseId;
  }
  return swept.row.kind === 'desk' ? swept.row.task.aggregateId : swept.row.aggregateId;
}

/** Takes rows of different records in one transaction, and reads their waits in one request, so that a
 * sweep asks little more than one read for each. Where anything stands in its way they are taken one by
 * one, and one that cannot be taken holds up none of the others. */
export async function takeRows(
  rows: readonly SweepRow[],
  upTo: CivilDate,
  ports: DailyPorts,
): Promise<SweptRows> {
  if (await areTakenAtOnce(rows, upTo, ports)) return { taken: rows.length, failed: 0 };
  let taken = 0;
  for (const row of rows) {
    try {
      await takeRow(row, upTo, ports);
      taken += 1;
    } catch (fault) {
      logger.error('due row not taken', { aggregate: recordOf(row), ...describeFault(fault) });
    }
  }
  return { taken, failed: rows.length - taken };
}

async function areTakenAtOnce(
  rows: readonly SweepRow[],
  upTo: CivilDate,
  ports: DailyPorts,
): Promise<boolean> {
  try {
    return (await ports.table.write(await writesFor(rows, upTo, ports))).written;
  } catch (fault) {
    // Each is tried again by itself, and what is wrong with one is logged there.
    logger.warn('due rows not taken together', { rows: rows.length, ...describeFault(fault) });
    return false;
  }
}

/** Takes one row. When somebody else changed its record in between, it is decided again; when
 * somebody else took the row, there is nothing left to do. */
async function takeRow(row: SweepRow, upTo: CivilDate, ports: DailyPorts): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const writes = await writesFor([row], upTo, ports);
    const result = await ports.table.write(writes);
    if (result.written || result.blocked > 0 || writes.length === 1) return;
  }
  throw new TableBusy('the record was being changed by others at each attempt');
}

async function writesFor(
  rows: readonly SweepRow[],
  upTo: CivilDate,
  ports: DailyPorts,
): Promise<readonly TableWrite[]> {
  const dues = rows.flatMap((swept) => (swept.kind === 'due' ? [swept.row] : []));
  const late = rows.flatMap((swept) => (swept.kind === 'late' ? [swept.row] : []));
  const waits = late.flatMap((row) => (row.kind === 'wait' ? [{ ...row, upTo }] : []));
  // A promise that is late moves up in its queue; the record has no more to say of it.
  const promises = late.flatMap((row) => (row.kind === 'desk' ? [deskTaskLate(row.task)] : []));
  const taken = await Promise.all(dues.map((row) => takenWrites(row, ports)));
  return [...taken.flat(), ...promises, ...(await overdueWrites(waits, ports))];
}

async function takenWrites(
  row: DueRow | ReCheckRow | WarningRow,
  ports: DailyPorts,
): Promise<readonly TableWrite[]> {
  if (row.due === 'risk-re-check') return reCheckWrites(row, ports);
  if (row.due !== 'warning-review') return dueWrites(row, ports);
  // Rare, and the only thing of a day that needs to know people.
  const { warningReviewWrites } = await import('../../people/facts/warning-tasks.ts');
  return warningReviewWrites(row, ports);
}
