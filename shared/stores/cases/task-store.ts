import * as z from 'zod';
import { LimitHolder } from '../../domain/budget/delegated-limits.ts';
import { CivilDate } from '../../domain/calendar/civil-date.ts';
import { DeskStep } from '../../domain/case/tasks/desk-task.ts';
import { Step } from '../../domain/journey/steps.ts';
import { TaskFlag } from '../../domain/journey/task-flags.ts';
import { PurchaseCategory } from '../../domain/plan/spending/purchase-category.ts';
import { Priority } from '../../domain/waiting/priority.ts';
import { partition } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite, Value } from '../table/table.ts';

export const TaskOwner = z.enum(['case', 'run']);
export type TaskOwner = z.infer<typeof TaskOwner>;

/** A step that waits for people: the machine's token and the queue entry in one item. */
export const Wait = z.strictObject({
  schema: z.literal(1),
  owner: TaskOwner,
  aggregateId: z.string(),
  step: Step,
  team: z.string(),
  due: CivilDate,
  round: z.int().positive(),
  level: z.int().nonnegative(),
  claimedBy: z.string().nullable(),
  isUrgent: z.boolean(),
  /** Absent until triage has set one. */
  priority: Priority.optional(),
  isOverdue: z.boolean(),
  /** Absent where there is nothing to see at once. */
  flags: z.array(TaskFlag).optional(),
  /** Whose limit reaches it, where it went up from somebody else's. */
  goesTo: LimitHolder.exactOptional(),
  openedAt: z.string(),
  /** The name of the execution that waits. */
  execution: z.string(),
  /** When the machine entered the wait and how often it retried: the highest attempt always wins. */
  attempt: z.string(),
  token: z.string(),
});
export type Wait = z.infer<typeof Wait>;
/** As the table gives it back, with the keys of its item. */
export const StoredWait = Wait.strip();

/** A step as queues show it: everything of the wait but what belongs to the machine. */
const StepTask = Wait.omit({ schema: true, execution: true, attempt: true, token: true }).meta({
  id: 'StepTask',
});

/** A task that no machine waits for, as queues show it: what was said stays in the case's record. */
export const DeskTask = StepTask.pick({
  aggregateId: true,
  team: true,
  due: true,
  claimedBy: true,
  isUrgent: true,
  isOverdue: true,
  flags: true,
  openedAt: true,
})
  .extend({
    /** What it is about: a case, or else a payment run or a provider. */
    owner: z.enum(['case', 'run', 'provider']),
    step: DeskStep,
    /** Which one of its kind: the call-back, the letter, or the case whose contact was noted. */
    taskId: z.string(),
    /** What is to be paid for once, where that is to be decided. */
    purchase: PurchaseCategory.exactOptional(),
    /** Which agreement or order it is about, and which pay period: absent where it is about none, and of tasks
     * from before this was kept. */
    agreementId: z.string().exactOptional(),
    orderId: z.string().exactOptional(),
    periodStart: CivilDate.exactOptional(),
  })
  .meta({ id: 'DeskTask' });
export type DeskTask = z.infer<typeof DeskTask>;
/** As the table gives it back, with the keys of its item. */
export const StoredDeskTask = DeskTask.strip();

/** What is to be checked of the information that people read before contact: of no case, and gone by
 * itself once nothing is about to expire any more. */
export const InformationTask = DeskTask.omit({
  taskId: true,
  flags: true,
  purchase: true,
  agreementId: true,
  orderId: true,
  periodStart: true,
})
  .extend({
    owner: z.literal('information'),
    step: z.literal('check-information'),
    texts: z.int().positive().meta({ description: 'How many services and texts expire soon' }),
  })
  .meta({ id: 'InformationTask' });
export type InformationTask = z.infer<typeof InformationTask>;

/** A task as queues show it. */
export const Task = z
  .discriminatedUnion('step', [StepTask, DeskTask, InformationTask])
  .meta({ id: 'Task' });
export type Task = z.infer<typeof Task>;
export const StoredTask = z.discriminatedUnion('step', [
  StepTask.strip(),
  StoredDeskTask,
  InformationTask.strip(),
]);

export interface TaskPage {
  readonly tasks: readonly Task[];
  readonly next?: Value;
}

/** Which wait: a record has one for a step. */
export type WaitAddress = Pick<Wait, 'owner' | 'aggregateId' | 'step'>;

/** What is late and has not been told of. */
export type LateTask =
  | ({ readonly kind: 'wait' } & WaitAddress)
  | { readonly kind: 'desk'; readonly task: DeskTask };

export interface LatePage {
  readonly late: readonly LateTask[];
  readonly next?: Value;
}

/** The parts of a queue in which something may be late without being marked so. */
export const queuePartsToSweep = ['FIRST', 'OPEN'] as const;

/** Where a wait lies. */
export function waitKey(wait: WaitAddress): Key {
  return { pk: partition(wait.owner, wait.aggregateId), sk: `WORK#${wait.step}` };
}

function toItem(wait: Wait): Item {
  const { priority, flags, ...others } = wait;
  return {
    ...waitKey(wait),
    ...others,
    ...(priority && { priority }),
    ...(flags && { flags }),
    ...queuePlace(wait, `${wait.aggregateId}#${wait.step}`),
  };
}

/** Where a task stands in its team's queue: what is urgent before all (Care Act 2014 s19(3)), then what
 * is late, then the rest, and in each the earliest due first. */
export function queuePlace(
  task: Pick<Wait, 'team' | 'due' | 'isUrgent' | 'isOverdue'>,
  name: string,
): { readonly gsi1pk: string; readonly gsi1sk: string } {
  const lateOrNot = task.isOverdue ? 'LATE' : 'OPEN';
  const part = task.isUrgent ? 'FIRST' : lateOrNot;
  return { gsi1pk: `TEAM#${task.team}`, gsi1sk: `${part}#${task.due}#${name}` };
}

export class TaskStore {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Opens the wait unless a later attempt of it has been here; says whether it did. */
  async open(wait: Wait): Promise<boolean> {
    const onlyIf = [{ attribute: 'attempt', absentOrBelow: wait.attempt }];
    const result = await this.#table.write([{ put: toItem(wait), onlyIf }]);
    return result.written || result.existing?.['token'] === wait.token;
  }

  async find(owner: TaskOwner, aggregateId: string, step: Step): Promise<Wait | undefined> {
    const item = await this.#table.get(waitKey({ owner, aggregateId, step }));
    return item && read(item);
  }

  /** So many waits in one request, in the order that they were asked for. */
  async findMany(addresses: readonly WaitAddress[]): Promise<readonly (Wait | undefined)[]> {
    const items = await this.#table.getMany(addresses.map(waitKey));
    return items.map((item) => item && read(item));
  }

  /** Removes the wait if it is still that attempt. */
  async remove(wait: Wait): Promise<void> {
    const onlyIf = [{ attribute: 'attempt', equals: wait.attempt }];
    await this.#table.write([{ delete: waitKey(wait), onlyIf }]);
  }

  /** The wait with some of it changed, to be written with the event that says so. */
  changed(
    wait: Wait,
    change: Partial<Pick<Wait, 'claimedBy' | 'team' | 'isOverdue' | 'isUrgent' | 'priority'>>,
  ): TableWrite {
    const onlyIf = [{ attribute: 'attempt', equals: wait.attempt }];
    return { put: toItem({ ...wait, ...change }), onlyIf };
  }

  /** The wait with another holder, where no event says so: refused when somebody else took it meanwhile. */
  held(wait: Wait, claimedBy: string | null): TableWrite {
    const onlyIf = [
      { attribute: 'attempt', equals: wait.attempt },
      { attribute: 'claimedBy', equals: wait.claimedBy },
    ];
    return { put: toItem({ ...wait, claimedBy }), onlyIf };
  }

  /** A page of a team's tasks, in the order of its queue. */
  async ofTeam(team: string, limit: number, startAfter?: Value): Promise<TaskPage> {
    const page = await this.#table.query({
      index: 'gsi1',
      pk: `TEAM#${team}`,
      limit,
      ...(startAfter === undefined ? {} : { startAfter }),
    });
    const tasks = page.items.map((item) => StoredTask.parse(item));
    return page.next === undefined ? { tasks } : { tasks, next: page.next };
  }

  /** What was due in a part of a team's queue by a day and has not been marked late, the earliest
   * first: lateness is told once. */
  async lateOfTeam(asked: {
    readonly team: string;
    readonly part: (typeof queuePartsToSweep)[number];
    readonly upTo: CivilDate;
    readonly limit: number;
    readonly startAfter: Value | undefined;
  }): Promise<LatePage> {
    const { items, next } = await this.#table.query({
      index: 'gsi1',
      pk: `TEAM#${asked.team}`,
      from: `${asked.part}#`,
      to: `${asked.part}#${asked.upTo}#~`,
      limit: asked.limit,
      ...(asked.startAfter === undefined ? {} : { startAfter: asked.startAfter }),
    });
    // What is to be checked of the information has no record in which lateness could be told.
    const late = items
      .filter((item) => item['isOverdue'] !== true && item['owner'] !== 'information')
      .map(toLate);
    return next === undefined ? { late } : { late, next };
  }
}

function toLate(item: Item): LateTask {
  const { pk, sk } = item;
  if (!sk.startsWith('WORK#')) return { kind: 'desk', task: StoredDeskTask.parse(item) };
  const [kind = '', aggregateId = ''] = pk.split('#');
  const owner = TaskOwner.parse(kind.toLowerCase());
  return { kind: 'wait', owner, aggregateId, step: Step.parse(sk.slice('WORK#'.length)) };
}

function read(item: Item): Wait {
  return StoredWait.parse(item);
}
