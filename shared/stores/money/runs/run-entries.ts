import type { Payment } from '../../../domain/payment/payment.ts';
import { partition } from '../../table/keys.ts';
import type { Table } from '../../table/table.ts';
import { paymentShard } from '../payments/agreement-head-store.ts';
import { StoredPayment } from '../payments/payment-store.ts';
import type { DonePart } from './run-parts.ts';
import { runShard } from './run-store.ts';

const partsPerPage = 2;
const prefix = 'PAYMENT#';

/** Where a list goes on: in this shard, after this payment if one is named. */
export interface Place {
  readonly shard: number;
  readonly after?: { readonly agreementId: string; readonly name: string };
}

interface PaymentPage {
  readonly payments: readonly Payment[];
  readonly next?: Place;
}

/** One page of a run's payments, part after part: of the parts that are done and have any, at most two,
 * so that a page may hold fewer than was asked for where the list goes on. */
export async function listRunPayments(
  table: Table,
  runId: string,
  asked: { readonly parts: readonly DonePart[]; readonly from: Place; readonly limit: number },
): Promise<PaymentPage> {
  const { from, limit } = asked;
  const shards = asked.parts
    .filter(({ shard, sums }) => shard >= from.shard && (!sums || holdsAny(sums)))
    .map(({ shard }) => shard);
  const payments: Payment[] = [];
  for (const [read, shard] of shards.entries()) {
    const left = limit - payments.length;
    if (left === 0 || read === partsPerPage) return { payments, next: { shard } };
    const place = shard === from.shard ? from : { shard };
    const page = await listPartPayments(table, runId, { from: place, limit: left });
    payments.push(...page.payments);
    if (page.next) return { payments, next: page.next };
  }
  return { payments };
}

function holdsAny({ due, sent }: NonNullable<DonePart['sums']>): boolean {
  return due.count + sent.count > 0;
}

/** One page of the payments of one part of a run. */
export async function listPartPayments(
  table: Table,
  runId: string,
  { from, limit }: { readonly from: Place; readonly limit: number },
): Promise<PaymentPage> {
  const { shard, after } = from;
  const page = await table.query({
    index: 'gsi1',
    pk: runShard(runId, shard),
    beginsWith: prefix,
    limit,
    ...(after && { startAfter: keysOf(runId, after) }),
  });
  const payments = page.items.map((item) => StoredPayment.parse(item));
  const last = payments.at(-1);
  if (page.next === undefined || !last) return { payments };
  const { agreementId, name } = last;
  return { payments, next: { shard, after: { agreementId, name } } };
}

/** The keys of a payment, made from its ids: a place in a list holds nothing else. */
function keysOf(
  runId: string,
  { agreementId, name }: { readonly agreementId: string; readonly name: string },
) {
  return {
    pk: partition('agreement', agreementId),
    sk: `${prefix}${name}`,
    gsi1pk: runShard(runId, paymentShard(agreementId)),
    gsi1sk: `${prefix}${agreementId}#${name}`,
  };
}
