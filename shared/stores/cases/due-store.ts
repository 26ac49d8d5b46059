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

/** A person on the day on which the review of one of their warnings is late. */
export interface WarningRow {
  readonly personId: string;
  readonly due: 'warning-review';
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

/** The write that makes the table agree with the day on which a warning's review is late. */
export function warningDueWrite(
  personId: string,
  on: string | null,
): Exclude<TableWrite, { readonly check: unknown }> {
  const key = { pk: partition('person', personId), sk: warningDueSk };
  if (on === null) return { delete: key };
  const gsi2pk = `REVIEW#${shardOf(personId, reviewShards)}`;
  return { put: { ...key, schema: 1, on, gsi2pk, gsi2sk: `${on}#${personId}` } };
}

/** The write that takes the row, or moves it: refused when another sweep or a command was faster. */
export function takeWarningDueWrite(
  { personId, on }: WarningRow,
  again: string | null,
): TableWrite {
  return { ...warningDueWrite(personId, again), onlyIf: [{ attribute: 'on', equals: on }] };
}

const warningDueSk = 'DUE#warning-review';

export type DueIndex = 'REVIEW' | 'URGENT';

export interface DuePage {
  readonly rows: readonly (DueRow | ReCheckRow | WarningRow)[];
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

function toRow({ pk, sk, ...item }: Item): DueRow | ReCheckRow | WarningRow {
  const id = pk.slice(pk.indexOf('#') + 1);
  const on = String(item['gsi2sk']).slice(0, 10);
  if (sk === warningDueSk) return { personId: id, due: 'warning-review', on };
  return sk === listPlaceSk
    ? { caseId: id, due: 'risk-re-check', on }
    : { caseId: id, due: DueName.parse(sk.slice(sk.indexOf('#') + 1)), on };
}
