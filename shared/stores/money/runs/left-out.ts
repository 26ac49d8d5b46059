import { LeftOut } from '../../../domain/payment/payment.ts';
import { partition } from '../../table/keys.ts';
import type { Table, TableWrite } from '../../table/table.ts';
import { paymentShard } from '../payments/agreement-head-store.ts';

/** As the table gives it back, with the keys of its item. */
export const StoredLeftOut = LeftOut.strip();

const list = 'LEFTOUT#';

/** The rows of one part of a run. */
export function leftOutPrefix(shard: number): string {
  return `${list}${String(shard).padStart(2, '0')}#`;
}

function sortKey({ agreementId, name }: Pick<LeftOut, 'agreementId' | 'name'>): string {
  return `${leftOutPrefix(paymentShard(agreementId))}${agreementId}#${name ?? ''}`;
}

/** Says on the run why an agreement, or a payment that had been created, is not in it. */
export function leftOutWrite(leftOut: LeftOut): TableWrite {
  const key = { pk: partition('run', leftOut.runId), sk: sortKey(leftOut) };
  return { put: { ...key, schema: 1, ...leftOut } };
}

/** Whom a list goes on after. */
export type AfterLeftOut = Pick<LeftOut, 'agreementId' | 'name'>;

/** One page of whom a run did not pay, part after part. */
export async function listLeftOut(
  table: Table,
  runId: string,
  { limit, after }: { readonly limit: number; readonly after: AfterLeftOut | undefined },
): Promise<{ readonly entries: readonly LeftOut[]; readonly isMore: boolean }> {
  const pk = partition('run', runId);
  const page = await table.query({
    pk,
    beginsWith: list,
    limit,
    ...(after && { startAfter: { pk, sk: sortKey(after) } }),
  });
  const entries = page.items.map((item) => StoredLeftOut.parse(item));
  return { entries, isMore: page.next !== undefined };
}
