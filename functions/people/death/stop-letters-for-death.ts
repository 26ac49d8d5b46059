import { deskTaskDone } from '#shared/stores/cases/desk-task-store.ts';
import {
  type LetterRecord,
  lettersOf,
  letterWrite,
} from '#shared/stores/front-door/letter-store.ts';
import { type Table, TableBusy, type TableWrite, type Value } from '#shared/stores/table/table.ts';

// Two writes for each, and a transaction takes a hundred.
const lettersAtOnceMax = 40;

/** Takes the letters that wait for people to send them out of the queue: nobody writes to a person who
 * has died. */
export async function stopLettersForDeath(table: Table, caseId: string): Promise<void> {
  let startAfter: Value | undefined;
  do {
    const page = await lettersOf(table, caseId, { limit: lettersAtOnceMax, startAfter });
    const writes = page.letters.flatMap((letter) => stopped(caseId, letter));
    if (writes.length > 0 && !(await table.write(writes)).written) {
      throw new TableBusy('a letter was being sent at the same moment');
    }
    startAfter = page.next;
  } while (startAfter !== undefined);
}

function stopped(caseId: string, letter: LetterRecord): readonly TableWrite[] {
  if (letter.status !== 'by-hand') return [];
  const { why: _why, status: _status, ...rest } = letter;
  const next = { ...rest, status: 'not-sent', why: 'person-died' } as const;
  const task = { aggregateId: caseId, step: 'send-letter', taskId: letter.letterId } as const;
  return [letterWrite(caseId, next, letter), deskTaskDone(task)];
}
