import type { AggregateKind } from '../events/event.ts';
import type { Key } from './table.ts';

/** Every key of the table is made here; design section 4 of the README lists them. */

const partitionOf = {
  contact: 'CONTACT',
  case: 'CASE',
  person: 'PERSON',
  agreement: 'AGREEMENT',
  run: 'RUN',
  concern: 'CONCERN',
  policy: 'POLICY',
  uprating: 'UPRATING',
  'contribution-account': 'CONTRIBUTIONS',
  provider: 'PROVIDER',
  order: 'ORDER',
} as const satisfies Record<AggregateKind, string>;

export function partition(kind: AggregateKind, id: string): string {
  return `${partitionOf[kind]}#${id}`;
}

export function eventKey(kind: AggregateKind, id: string, sequence: number): Key {
  return { pk: partition(kind, id), sk: `EVENT#${String(sequence).padStart(9, '0')}` };
}

/** A small number made from an id, the same for ever, that spreads due rows over partitions. */
export function shardOf(id: string, shards: number): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % shards;
}

export const reviewShards = 4;
export const urgentShards = 4;
export const paymentShards = 16;
export const chargedShards = 8;
export const moneyShards = 4;

/** The day of an instant, by which the daily reconcile finds what the stream may have lost: few enough
 * events for one partition, and few enough partitions for a reconcile. */
export function outboxDay(at: string): string {
  return `OUTBOX#${at.slice(0, 10)}`;
}
