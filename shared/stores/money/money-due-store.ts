import * as z from 'zod';
import { type AggregateKind, aggregateKinds } from '../events/event.ts';
import { moneyShards, partition, shardOf } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite, Value } from '../table/table.ts';

/** What of money falls due on a day, besides the payments themselves. */
export const moneyDues = [
  /** The direct payment itself is to be looked at (SI 2014/2871 reg 7). */
  'agreement-review',
  /** A statement of what a person contributes. */
  'contribution-statement',
  /** A reminder of it, or a look whether instalments are kept. */
  'contribution-reminder',
  /** A return of a direct payment is to be asked for, or the payee is late with it. */
  'monitoring-return',
  /** What a payee, or the organisation of a fund, owes back should have been paid the day before. */
  'reclaim',
  /** A service order should have started the day before. */
  'late-start',
  /** What an Individual Service Fund was paid past its last day is to be taken off, or booked as owed. */
  'paid-ahead',
  /** What was delivered on a service order should have been reported. */
  'care-report',
  /** The last day of a service order was the day before. */
  'order-over',
  /** An agreement is over, and somebody is to settle its final account. */
  'final-account',
  /** A payment run should have been prepared, or sent, the day before. */
  'run-unfinished',
] as const;
export const MoneyDue = z.enum(moneyDues);
export type MoneyDue = z.infer<typeof MoneyDue>;

/** What falls due: of which record, and which one of its kind where there may be several. */
export interface MoneyDuePlace {
  readonly owner: AggregateKind;
  readonly id: string;
  readonly due: MoneyDue;
  readonly name?: string;
}

/** As the index shows it. */
export interface MoneyDueRow extends MoneyDuePlace {
  readonly on: string;
}

const prefix = 'MONEY-DUE#';

/** The write that makes the table agree with a day set, moved or removed by a command. */
export function moneyDueWrite(
  place: MoneyDuePlace,
  on: string | null,
): Exclude<TableWrite, { readonly check: unknown }> {
  const key = keyOf(place);
  const { id } = place;
  if (on === null) return { delete: key };
  const gsi2pk = `MONEY#${shardOf(id, moneyShards)}`;
  return { put: { ...key, schema: 1, on, gsi2pk, gsi2sk: `${on}#${id}#${key.sk}` } };
}

function keyOf({ owner, id, due, name }: MoneyDuePlace): Key {
  return {
    pk: partition(owner, id),
    sk: `${prefix}${due}${name === undefined ? '' : `#${name}`}`,
  };
}

/** Whether a day is set for it. */
export async function isMoneyDue(table: Table, place: MoneyDuePlace): Promise<boolean> {
  return (await table.get(keyOf(place))) !== undefined;
}

/** The write that takes the row, or moves it to the day on which it falls due again: refused when another
 * sweep has taken it, or a command moved it. */
export function takeMoneyDueWrite(row: MoneyDueRow, again: string | null): TableWrite {
  return { ...moneyDueWrite(row, again), onlyIf: [{ attribute: 'on', equals: row.on }] };
}

/** A page of the rows of one shard that are due up to and including a day, the earliest first. */
export async function moneyDueRows(
  table: Table,
  asked: { shard: number; upTo: string; limit: number; startAfter: Value | undefined },
): Promise<{ readonly rows: readonly MoneyDueRow[]; readonly next?: Value }> {
  const { items, next } = await table.query({
    index: 'gsi2',
    pk: `MONEY#${asked.shard}`,
    to: `${asked.upTo}#~`,
    limit: asked.limit,
    ...(asked.startAfter === undefined ? {} : { startAfter: asked.startAfter }),
  });
  const rows = items.map(toRow);
  return next === undefined ? { rows } : { rows, next };
}

function toRow({ pk, sk, ...item }: Item): MoneyDueRow {
  const [, due, ...names] = sk.split('#');
  const id = pk.slice(pk.indexOf('#') + 1);
  const owner = aggregateKinds.find((kind) => partition(kind, id) === pk);
  if (!owner) throw new Error('something of money is due that belongs to no record');
  return {
    owner,
    id,
    due: MoneyDue.parse(due),
    ...(names.length > 0 && { name: names.join('#') }),
    on: String(item['gsi2sk']).slice(0, 10),
  };
}
