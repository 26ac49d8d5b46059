import { partition } from './keys.ts';
import type { Item, Key, Table, TableWrite } from './table.ts';
import { type NotedContactTask, queuePlace, StoredNotedContactTask } from './task-store.ts';

// Before EXEC, so that what the machines of a case left is read without it.
function key(caseId: string, fromCaseId: string): Key {
  return { pk: partition('case', caseId), sk: `CONTACT#${fromCaseId}` };
}

function toItem(task: NotedContactTask): Item {
  const { aggregateId, step, fromCaseId } = task;
  return {
    ...key(aggregateId, fromCaseId),
    schema: 1,
    ...task,
    ...queuePlace(task, `${aggregateId}#${step}#${fromCaseId}`),
  };
}

/** Puts a noted contact into its team's queue: refused when it has ever been there. */
export function noteContactWrite(task: NotedContactTask): TableWrite {
  return { put: toItem(task), onlyIf: ['absent'] };
}

/** Takes an answered contact out of the queue. Its item stays without a place in any queue, so that a
 * repetition of the triage in the stream does not note it once more. */
export function answeredContactWrite(caseId: string, fromCaseId: string): TableWrite {
  return { put: { ...key(caseId, fromCaseId), schema: 1 }, onlyIf: ['present'] };
}

/** Hands noted contacts on that still wait for an answer to the worker and team of their case. */
export async function handOnContacts(
  table: Table,
  caseId: string,
  to: {
    readonly contacts: readonly string[];
    readonly team: string;
    readonly worker: string | null;
  },
): Promise<TableWrite[]> {
  const items = await Promise.all(to.contacts.map((from) => table.get(key(caseId, from))));
  return items.flatMap((item) => {
    if (!item) return [];
    const task = StoredNotedContactTask.parse(item);
    return [{ put: toItem({ ...task, team: to.team, claimedBy: to.worker }), onlyIf: ['present'] }];
  });
}
