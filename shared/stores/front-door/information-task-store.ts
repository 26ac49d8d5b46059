import { InformationTask, queuePlace } from '../cases/task-store.ts';
import type { Item, Table } from '../table/table.ts';

/** The one task to check information, which stands in a queue as long as something expires soon. */
const key = { pk: 'INFORMATION', sk: 'TASK' };

export async function findInformationTask(table: Table): Promise<InformationTask | undefined> {
  const item = await table.get(key);
  return item && InformationTask.strip().parse(item);
}

/** The task as it is on this day: in its queue, or in none where there is nothing to check. */
export async function setInformationTask(
  table: Table,
  task: InformationTask | undefined,
): Promise<void> {
  await table.write([task ? { put: toItem(task) } : { delete: key }]);
}

/** The task with its new holder; undefined where another took or gave it back meanwhile. */
export async function holdInformationTask(
  table: Table,
  task: InformationTask,
  claimedBy: string | null,
): Promise<InformationTask | undefined> {
  const held = { ...task, claimedBy };
  const onlyIf = [{ attribute: 'claimedBy', equals: task.claimedBy }];
  const { written } = await table.write([{ put: toItem(held), onlyIf }]);
  return written ? held : undefined;
}

function toItem(task: InformationTask): Item {
  return { ...key, schema: 1, ...task, ...queuePlace(task, 'information') };
}
