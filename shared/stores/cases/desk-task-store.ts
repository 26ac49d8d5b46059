import { partition } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite } from '../table/table.ts';
import {
  type DeskTask,
  queuePlace,
  StoredDeskTask,
  StoredWait,
  type Wait,
  type WaitAddress,
  waitKey,
} from './task-store.ts';

/** Which task: of a case, where it does not say of what else. */
export interface DeskTaskName extends Pick<DeskTask, 'aggregateId' | 'step' | 'taskId'> {
  readonly owner?: DeskTask['owner'];
}

// Before EXEC, so that what the machines of a case left is read without it.
function key({ owner = 'case', aggregateId, step, taskId }: DeskTaskName): Key {
  return { pk: partition(owner, aggregateId), sk: `DESK#${step}#${taskId}` };
}

function toItem(task: DeskTask): Item {
  const { aggregateId, step, taskId } = task;
  const { flags, ...others } = task;
  return {
    ...key(task),
    schema: 1,
    ...others,
    ...(flags && flags.length > 0 && { flags }),
    ...(task.claimedBy !== null && namedPlace(task.claimedBy, task)),
    ...queuePlace(task, `${aggregateId}#${step}#${taskId}`),
  };
}

/** Where a task is found by whoever is named for it or took it, in whichever team's queue it stands. */
function namedPlace(staffId: string, { due, aggregateId, step, taskId }: DeskTask) {
  return { gsi3pk: `NAMED#${staffId}`, gsi3sk: [due, aggregateId, step, taskId].join('#') };
}

const namedMax = 100;

/** The tasks that somebody is named for or took, the earliest due first. */
export async function deskTasksNaming(table: Table, staffId: string): Promise<readonly DeskTask[]> {
  const pk = `NAMED#${staffId}`;
  const { items } = await table.query({ index: 'gsi3', pk, limit: namedMax });
  if (items.length === 0) return [];
  const tasks = await table.getMany(items.map((item) => ({ pk: item.pk, sk: item.sk })));
  // The index may still show one that was done or given back.
  return tasks.flatMap((item) => waiting(item) ?? []).filter((task) => task.claimedBy === staffId);
}

export type NewDeskTask = Omit<DeskTask, 'isOverdue'>;

/** Puts a task into its team's queue: refused when it has ever been there. */
export function openDeskTask(task: NewDeskTask): TableWrite {
  return { put: toItem({ ...task, isOverdue: false }), onlyIf: ['absent'] };
}

/** Puts a task into its team's queue that may have been there before: for who writes it in the transaction of
 * each new cause, so that a repetition cannot open it. */
export function openDeskTaskAgain(task: NewDeskTask): TableWrite {
  return { put: toItem({ ...task, isOverdue: false }) };
}

/** Takes a task that is done out of the queue. Its item stays without a place in any queue, so that
 * a repetition in the stream does not open it once more. */
export function deskTaskDone(name: DeskTaskName): TableWrite {
  return { put: { ...key(name), schema: 1 }, onlyIf: ['present'] };
}

/** Takes a task out of the queue if it stands there, for who need not know whether it does. */
export function deskTaskOver(name: DeskTaskName): TableWrite {
  return { put: { ...key(name), schema: 1 } };
}

/** The task, while it waits. */
export async function findDeskTask(
  table: Table,
  name: DeskTaskName,
): Promise<DeskTask | undefined> {
  return waiting(await table.get(key(name)));
}

/** Steps that wait for people and desk tasks together, in one request; those that are over are left
 * out. */
export async function findTasks(
  table: Table,
  { steps, names }: { steps: readonly WaitAddress[]; names: readonly DeskTaskName[] },
): Promise<{ waits: readonly Wait[]; deskTasks: readonly DeskTask[] }> {
  const keys = [...steps.map(waitKey), ...names.map(key)];
  const items = keys.length === 0 ? [] : await table.getMany(keys);
  const waits = items
    .slice(0, steps.length)
    .flatMap((item) => (item ? [StoredWait.parse(item)] : []));
  const deskTasks = items.slice(steps.length).flatMap((item) => waiting(item) ?? []);
  return { waits, deskTasks };
}

function waiting(item: Item | undefined): DeskTask | undefined {
  return item?.['team'] === undefined ? undefined : StoredDeskTask.parse(item);
}

/** The task with some of it changed: refused where it is done, or somebody else took it meanwhile. */
export function deskTaskChanged(
  task: DeskTask,
  change: Partial<Pick<DeskTask, 'team' | 'due' | 'claimedBy'>>,
): TableWrite {
  const onlyIf = [{ attribute: 'claimedBy', equals: task.claimedBy }];
  const isOverdue = change.due === undefined && task.isOverdue;
  return { put: toItem({ ...task, ...change, isOverdue }), onlyIf };
}

/** The task as one that is late, unless somebody changed it since the queue showed it. */
export function deskTaskLate(task: DeskTask): TableWrite {
  const onlyIf = [
    { attribute: 'claimedBy', equals: task.claimedBy },
    { attribute: 'team', equals: task.team },
    { attribute: 'due', equals: task.due },
  ];
  return { put: toItem({ ...task, isOverdue: true }), onlyIf };
}
