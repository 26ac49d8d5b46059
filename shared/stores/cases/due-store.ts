import { type DueChange, DueName } from '../../domain/case/change.ts';
import { partition, reviewShards, shardOf, urgentShards } from '../table/keys.ts';
import type { Item, Table, TableWrite, Value } from '../table/table.ts';
import { listPlaceSk } from './case-list-store.ts';

export interface DueRow {
  readonly caseId: string;
  readonly due: DueName;
  readonly on: string;
}

/** A case on a waiting list, on the day on which somebody looks again at the risk of its wait. */
export interface ReCheckRow {
  readonly caseId: string;
  readonly due: 'risk-re-check';
  readonly on: string;
}

const indexOf = {
  review: { name: 'REVIEW', shards: reviewShards },
  'urgent-support': { name: 'URGENT', shards: urgentShards },
  // Beside the reviews, so that a day without appointments costs no query.
  'appointment-reminder': { name: 'REVIEW', shards: reviewShards },
  'charge-review': { name: 'REVIEW', shards: reviewShards },
} as const satisfies Record<DueName, { name: string; shards: number }>;

/** The write that makes the table agree with a due date set, moved or removed by a command. */
export function dueWrite(
  caseId: string,
  change: DueChange,
): Exclude<TableWrite, { readonly check: unknown }> {
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

/** The write that takes a due row, or moves it to the day on which it falls due again: refused when
 * another sweep has taken it, or a command moved it. */
export function takeDueWrite({ caseId, due, on }: DueRow, again: string | null = null): TableWrite {
  return { ...dueWrite(caseId, { due, on: again }), onlyIf: [{ attribute: 'on', equals: on }] };
}

export type DueIndex = 'REVIEW' | 'URGENT';

export interface DuePage {
  readonly rows: readonly (DueRow | ReCheckRow)[];
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
  const rows = items.map(toRow);
  return next === undefined ? { rows } : { rows, next };
}

function toRow({ pk, sk, ...item }: Item): DueRow | ReCheckRow {
  const caseId = pk.slice(pk.indexOf('#') + 1);
  const on = String(item['gsi2sk']).slice(0, 10);
  return sk === listPlaceSk
    ? { caseId, due: 'risk-re-check', on }
    : { caseId, due: DueName.parse(sk.slice(sk.indexOf('#') + 1)), on };
}
