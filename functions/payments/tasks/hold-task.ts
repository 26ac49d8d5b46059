import type { Reply, StaffCaller } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { StoredTask } from '#shared/stores/cases/task-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';

/** What is done with a task: taken for oneself, or given back to its team. */
export type Holding = 'claim' | 'release';

interface Held {
  readonly claimedBy: string | null;
}

/** Takes a task that belongs to no case, or gives it back: nothing but the queue says who holds it, because no
 * decision rests on that. Refuses `not-found` where it does not wait, `already-recorded` where somebody else
 * holds it, `wrong-stage` for giving back what one does not hold, and `lost-race`. */
export async function holdTask<Task extends Held>(
  task: Task | undefined,
  caller: StaffCaller,
  about: {
    readonly holding: Holding;
    readonly table: Table;
    readonly write: (task: Task, claimedBy: string | null) => TableWrite;
  },
): Promise<Reply> {
  if (!task) return refuse('not-found', 'No such task waits here.');
  const { claimedBy } = task;
  const isClaim = about.holding === 'claim';
  if (isClaim && claimedBy !== null && claimedBy !== caller.id) {
    return refuse('already-recorded', 'Somebody else has claimed this task.');
  }
  if (!isClaim && claimedBy !== caller.id) {
    return refuse('wrong-stage', 'You do not hold this task.');
  }
  const holder = isClaim ? caller.id : null;
  const { written } = await about.table.write([about.write(task, holder)]);
  return written
    ? accept({ status: 200, body: StoredTask.parse({ ...task, claimedBy: holder }) })
    : refuse('lost-race', 'Somebody else claimed this task at the same moment.');
}
