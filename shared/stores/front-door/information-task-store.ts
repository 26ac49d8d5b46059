import { type InformationTask, queuePlace } from '../cases/task-store.ts';
import type { Table } from '../table/table.ts';

/** The one task to check information, which stands in a queue as long as something expires soon. */
const key = { pk: 'INFORMATION', sk: 'TASK' };

/** The task as it is on this day: in its queue, or in none where there is nothing to check. */
export async function setInformationTask(
  table: Table,
  task: InformationTask | undefined,
): Promise<void> {
  await table.write([
    task
      ? { put: { ...key, schema: 1, ...task, ...queuePlace(task, 'information') } }
      : { delete: key },
  ]);
}
