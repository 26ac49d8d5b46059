import { deskTaskDone } from '#shared/stores/cases/desk-task-store.ts';
import { lettersOf, letterWrite } from '#shared/stores/front-door/letter-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';

// Two writes for each, and a transaction takes a hundred.
const lettersMax = 40;

/** Takes the letters that wait for people to send them out of the queue: nobody writes to a person who
 * has died. */
export async function letterStopWrites(
  table: Table,
  caseId: string,
): Promise<readonly TableWrite[]> {
  const { letters } = await lettersOf(table, caseId, { limit: lettersMax, startAfter: undefined });
  return letters.flatMap((letter) => {
    if (letter.status !== 'by-hand') return [];
    const { why: _why, status: _status, ...rest } = letter;
    const next = { ...rest, status: 'not-sent', why: 'person-died' } as const;
    const task = { aggregateId: caseId, step: 'send-letter', taskId: letter.letterId } as const;
    return [letterWrite(caseId, next, letter), deskTaskDone(task)];
  });
}
