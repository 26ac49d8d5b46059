import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import { LeftOut, Payment } from '#shared/domain/payment/payment.ts';
import { paymentShard } from '#shared/stores/money/agreement-head-store.ts';
import {
  type EntryList,
  leftOutList,
  listEntries,
  type Place,
  paymentList,
} from '#shared/stores/money/run-entries.ts';
import { doneParts } from '#shared/stores/money/run-parts.ts';
import type { Ports } from '../ports.ts';
import { RunParams, runReaders } from './change-run.ts';

export const readRunPayments = staffOperation({
  id: 'list-run-payments',
  method: 'GET',
  path: '/payment-runs/{runId}/payments',
  tag: 'Payments',
  roles: runReaders,
  summary: 'The payments of a run',
  params: RunParams,
  query: PageQuery,
  answer: z
    .strictObject({ entries: z.array(Payment), cursor: z.string().optional() })
    .meta({ id: 'RunPayments' }),
  handle: (request, ports: Pick<Ports, 'table' | 'runs'>) => readPage(paymentList, request, ports),
});

export const readRunLeftOut = staffOperation({
  id: 'list-run-left-out',
  method: 'GET',
  path: '/payment-runs/{runId}/left-out',
  tag: 'Payments',
  roles: runReaders,
  summary: 'Whom a run did not pay, and why',
  params: RunParams,
  query: PageQuery,
  answer: z
    .strictObject({ entries: z.array(LeftOut), cursor: z.string().optional() })
    .meta({ id: 'RunLeftOut' }),
  handle: (request, ports: Pick<Ports, 'table' | 'runs'>) => readPage(leftOutList, request, ports),
});

async function readPage<E extends Payment | LeftOut>(
  list: EntryList<E>,
  request: { readonly params: { runId: string }; readonly query: PageQuery },
  { table, runs }: Pick<Ports, 'table' | 'runs'>,
): Promise<Reply> {
  const { cursor, limit } = request.query;
  const from = placeOf(cursor);
  if (!from.accepted) return from;
  const { runId } = request.params;
  const parts = await doneParts(table, runId);
  const asked = { runId, parts, list, from: from.value, limit };
  const { entries, next } = await listEntries(table, asked);
  // Only where no part is done is it asked whether there is such a run at all.
  if (parts.length === 0 && !(await runs.last(runId))) {
    return refuse('not-found', 'There is no such payment run.');
  }
  const goesOn = next && toCursor({ shard: String(next.shard), ...next.after });
  return accept({ status: 200, body: { entries, ...(goesOn && { cursor: goesOn }) } });
}

const shard = z.coerce.number().int().min(0).max(15);
const Cursor = z.union([
  z.strictObject({ shard }),
  z.strictObject({ shard, agreementId: z.string().max(40), name: z.string().max(120) }),
]);

/** Where a list goes on. A place that no list of ours gave out is refused before the table sees
 * it. */
function placeOf(cursor: string | undefined): Outcome<Place> {
  const start = fromCursor(cursor);
  if (!start.accepted) return start;
  if (start.value === undefined) return accept({ shard: 0 });
  const place = Cursor.safeParse(start.value);
  if (place.success && !('agreementId' in place.data)) return accept(place.data);
  if (place.success && 'agreementId' in place.data) {
    const { agreementId, name } = place.data;
    if (paymentShard(agreementId) === place.data.shard) {
      return accept({ shard: place.data.shard, after: { agreementId, name } });
    }
  }
  return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
}
