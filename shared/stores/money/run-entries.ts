import type * as z from 'zod';
import type { LeftOut, Payment } from '../../domain/payment/payment.ts';
import { partition } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { paymentShard } from './agreement-head-store.ts';
import { StoredLeftOut, StoredPayment } from './payment-store.ts';
import type { DonePart, RunSums } from './run-parts.ts';
import { runShard } from './run-store.ts';

const partsPerPage = 2;

type Listed = Payment | LeftOut;

/** A list of a run's entries: what it pays, or what it left out. */
export interface EntryList<E extends Listed> {
  readonly prefix: string;
  /** How many entries of the list there are in what was counted. */
  readonly count: (sums: RunSums) => number;
  readonly schema: z.ZodType<E>;
  readonly sortKey: (runId: string, name: string) => string;
}

export const paymentList: EntryList<Payment> = {
  prefix: 'PAYMENT#',
  count: ({ due, sent }) => due.count + sent.count,
  schema: StoredPayment,
  sortKey: (_runId, name) => `PAYMENT#${name}`,
};
export const leftOutList: EntryList<LeftOut> = {
  prefix: 'LEFTOUT#',
  count: ({ withheld, leftOut }) => withheld.count + leftOut,
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

/** One page of a list of a run, part after part: of the parts that are done and have such entries, at
 * most two, so that a page may hold fewer than was asked for where the list goes on. */
export async function listEntries<E extends Listed>(
  table: Table,
  asked: Asked<E> & { readonly runId: string; readonly parts: readonly DonePart[] },
): Promise<EntryPage<E>> {
  const { list, from, limit, runId } = asked;
  const shards = asked.parts
    .filter(({ shard, sums }) => shard >= from.shard && (!sums || list.count(sums) > 0))
    .map(({ shard }) => shard);
  const entries: E[] = [];
  for (const [read, shard] of shards.entries()) {
    const left = limit - entries.length;
    if (left === 0 || read === partsPerPage) return { entries, next: { shard } };
    const place = shard === from.shard ? from : { shard };
    const page = await listShard(table, runId, { list, from: place, limit: left });
    entries.push(...page.entries);
    if (page.next) return { entries, next: page.next };
  }
  return { entries };
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
