import type { DueChange, DueName } from '../domain/case/change.ts';
import { partition, reviewShards, shardOf, taskShards } from './keys.ts';
import type { Item, Table, TableWrite } from './table.ts';

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

/** The write that takes a due row: refused when another sweep has taken it, or a command moved it. */
export function takeDueWrite(row: DueRow): TableWrite {
  return {
    delete: { pk: partition('case', row.caseId), sk: `DUE#${row.due}` },
    onlyIf: [{ attribute: 'on', equals: row.on }],
  };
}

/** The reviews due up to and including a day, one page of a shard at a time. */
export async function reviewsDue(
  table: Table,
  shard: number,
  upTo: string,
  limit: number,
): Promise<readonly DueRow[]> {
  const { items } = await table.query({
    index: 'gsi2',
    pk: `REVIEW#${shard}`,
    to: `${upTo}#~`,
    limit,
  });
  return items.map((item) => {
    const [on = '', caseId = ''] = String(item['gsi2sk']).split('#');
    return { caseId, due: 'review', on };
  });
}
