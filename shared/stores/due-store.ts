import { type DueChange, DueName } from '../domain/case/change.ts';
import { Step } from '../domain/journey/steps.ts';
import { partition, reviewShards, shardOf, taskShards } from './keys.ts';
import type { Item, Table, TableWrite, Value } from './table.ts';
import { TaskOwner } from './task-store.ts';

export interface DueRow {
  readonly caseId: string;
  readonly due: DueName;
  readonly on: string;
}

const indexOf = {
  review: { name: 'REVIEW', shards: reviewShards },
  'urgent-support': { name: 'TASK', shards: taskShards },
} as const satisfies Record<DueName, { name: string; shards: number }>;

/** The write that makes the table agree with a due date set, moved or removed by a command. */
export function dueWrite(caseId: string, change: DueChange): TableWrite {
  const key = { pk: partition('case', caseId), sk: `DUE#${change.due}` };
  if (change.on === null) return { delete: key };
  const { name, shards } = indexOf[change.due];
  const item: Item = {
    ...key,
    schema: 1,
    caseId,
    on: change.on,
    gsi2pk: `${name}#${shardOf(caseId, shards)}`,
    gsi2sk: `${change.on}#${caseId}`,
  };
  return { put: item };
}

/** The write that takes a due row: refused when another sweep has taken it, or a command moved
 * it. */
export function takeDueWrite(row: DueRow): TableWrite {
  return {
    delete: { pk: partition('case', row.caseId), sk: `DUE#${row.due}` },
    onlyIf: [{ attribute: 'on', equals: row.on }],
  };
}

export type DueIndex = 'REVIEW' | 'TASK';

/** What stands in an index of due rows: a due date of a case, or a wait that is late. */
export type DuePointer =
  | ({ readonly kind: 'due' } & DueRow)
  | {
      readonly kind: 'wait';
      readonly owner: TaskOwner;
      readonly aggregateId: string;
      readonly step: Step;
    };

export interface DuePage {
  readonly rows: readonly DuePointer[];
  readonly next?: Value;
}

/** A page of the rows of one shard that are due up to and including a day, the earliest first. */
export async function dueRows(
  table: Table,
  asked: {
    index: DueIndex;
    shard: number;
    upTo: string;
    limit: number;
    startAfter?: Value | undefined;
  },
): Promise<DuePage> {
  const { items, next } = await table.query({
    index: 'gsi2',
    pk: `${asked.index}#${asked.shard}`,
    to: `${asked.upTo}#~`,
    limit: asked.limit,
    ...(asked.startAfter === undefined ? {} : { startAfter: asked.startAfter }),
  });
  const rows = items.map(toPointer);
  return next === undefined ? { rows } : { rows, next };
}

function toPointer(item: Item): DuePointer {
  const [kind = '', aggregateId = ''] = item.pk.split('#');
  const [row, name] = item.sk.split('#');
  if (row === 'WORK') {
    const owner = TaskOwner.parse(kind.toLowerCase());
    return { kind: 'wait', owner, aggregateId, step: Step.parse(name) };
  }
  const on = String(item['gsi2sk']).slice(0, 10);
  return { kind: 'due', caseId: aggregateId, due: DueName.parse(name), on };
}
