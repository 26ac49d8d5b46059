import type * as z from 'zod';
import type { LeftOut, Payment, PaymentState } from '../../domain/payment/payment.ts';
import type { RunTotals } from '../../domain/run/run-change.ts';
import { partition, paymentShards } from '../table/keys.ts';
import type { Table, Value } from '../table/table.ts';
import { paymentShard } from './agreement-head-store.ts';
import { StoredLeftOut, StoredPayment } from './payment-store.ts';
import { runShard } from './run-store.ts';

const pageLimit = 250;

export interface RunSums {
  readonly due: RunTotals;
  readonly sent: RunTotals;
  /** Payments that had been created and were held back. */
  readonly withheld: RunTotals;
  /** Agreements that got no payment in the run at all, for a reason that its list tells. */
  readonly leftOut: number;
  readonly activatedBy: ReadonlySet<string>;
}

/** What the entries of a run add up to, read over all its shards. */
export async function sumRun(table: Table, runId: string): Promise<RunSums> {
  const shards = Array.from({ length: paymentShards }, (_none, shard) => shard);
  const pages = await Promise.all(shards.map((shard) => entriesOfShard(table, runId, shard)));
  const payments = pages.flatMap((page) => page.payments);
  const leftOut = pages.flatMap((page) => page.leftOut);
  const inState = (state: PaymentState) => total(payments.filter((each) => each.state === state));
  return {
    due: inState('due'),
    sent: inState('sent'),
    withheld: total(leftOut.filter(({ name }) => name !== null)),
    leftOut: leftOut.filter(({ name }) => name === null).length,
    activatedBy: new Set(payments.map(({ activatedBy }) => activatedBy)),
  };
}

function total(entries: readonly { readonly amountPence: number }[]): RunTotals {
  const pence = entries.reduce((sum, { amountPence }) => sum + amountPence, 0);
  return { count: entries.length, pence };
}

async function entriesOfShard(
  table: Table,
  runId: string,
  shard: number,
): Promise<{ payments: Payment[]; leftOut: LeftOut[] }> {
  const payments: Payment[] = [];
  const leftOut: LeftOut[] = [];
  let startAfter: Value | undefined;
  do {
    const page = await table.query({
      index: 'gsi1',
      pk: runShard(runId, shard),
      limit: pageLimit,
      ...(startAfter === undefined ? {} : { startAfter }),
    });
    for (const item of page.items) {
      if (item.sk.startsWith('PAYMENT#')) payments.push(StoredPayment.parse(item));
      else leftOut.push(StoredLeftOut.parse(item));
    }
    startAfter = page.next;
  } while (startAfter !== undefined);
  return { payments, leftOut };
}

type Listed = Payment | LeftOut;

/** A list of a run's entries: what it pays, or what it left out. */
export interface EntryList<E extends Listed> {
  readonly prefix: string;
  readonly schema: z.ZodType<E>;
  readonly sortKey: (runId: string, name: string) => string;
}

export const paymentList: EntryList<Payment> = {
  prefix: 'PAYMENT#',
  schema: StoredPayment,
  sortKey: (_runId, name) => `PAYMENT#${name}`,
};
export const leftOutList: EntryList<LeftOut> = {
  prefix: 'LEFTOUT#',
  schema: StoredLeftOut,
  sortKey: (runId, name) => `LEFTOUT#${runId}#${name}`,
};

/** Where a list goes on: in this shard, after this entry if one is named. */
export interface Place {
  readonly shard: number;
  readonly after?: { readonly agreementId: string; readonly name: string };
}

interface Asked<E extends Listed> {
  readonly list: EntryList<E>;
  readonly from: Place;
  readonly limit: number;
}

interface EntryPage<E extends Listed> {
  readonly entries: readonly E[];
  readonly next?: Place;
}

/** One page of a list of a run, shard after shard. */
export async function listEntries<E extends Listed>(
  table: Table,
  runId: string,
  asked: Asked<E>,
): Promise<EntryPage<E>> {
  const entries: E[] = [];
  let place: Place | undefined = asked.from;
  while (place && entries.length < asked.limit) {
    const limit = asked.limit - entries.length;
    const { shard }: Place = place;
    const page: EntryPage<E> = await listShard(table, runId, { ...asked, from: place, limit });
    entries.push(...page.entries);
    place = page.next ?? shardAfter(shard);
  }
  return place ? { entries, next: place } : { entries };
}

/** One page of a list of a run within one shard. */
export async function listShard<E extends Listed>(
  table: Table,
  runId: string,
  { list, from, limit }: Asked<E>,
): Promise<EntryPage<E>> {
  const { shard, after } = from;
  const page = await table.query({
    index: 'gsi1',
    pk: runShard(runId, shard),
    beginsWith: list.prefix,
    limit,
    ...(after && { startAfter: entryKeys(list, runId, after) }),
  });
  const entries = page.items.map((item) => list.schema.parse(item));
  const last = entries.at(-1);
  if (page.next === undefined || !last) return { entries };
  const { agreementId, name } = last;
  return { entries, next: { shard, after: { agreementId, name: name ?? '' } } };
}

function shardAfter(shard: number): Place | undefined {
  return shard + 1 < paymentShards ? { shard: shard + 1 } : undefined;
}

/** The keys of an entry, made from its ids: a place in a list holds nothing else. */
function entryKeys<E extends Listed>(
  list: EntryList<E>,
  runId: string,
  { agreementId, name }: { readonly agreementId: string; readonly name: string },
) {
  return {
    pk: partition('agreement', agreementId),
    sk: list.sortKey(runId, name),
    gsi1pk: runShard(runId, paymentShard(agreementId)),
    gsi1sk: `${list.prefix}${agreementId}#${name}`,
  };
}
