import * as z from 'zod';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import { LeftOut, Payment } from '#shared/domain/payment/payment.ts';
import { paymentShard } from '#shared/stores/money/payments/agreement-head-store.ts';
import { listLeftOut } from '#shared/stores/money/runs/left-out.ts';
import { listRunPayments, type Place } from '#shared/stores/money/runs/run-entries.ts';
import { doneParts } from '#shared/stores/money/runs/run-parts.ts';
import type { Ports } from '../../ports.ts';
import { RunParams, runReaders } from './change-run.ts';

const Cursor = z.string().meta({
  description:
    'Where the list goes on. A page may hold fewer entries than were asked for: the list ends where there is no cursor.',
});

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
    .strictObject({ entries: z.array(Payment), cursor: Cursor.optional() })
    .meta({ id: 'RunPayments' }),
  async handle({ params, query }, { table, runs }: Pick<Ports, 'table' | 'runs'>) {
    const from = placeOf(query.cursor);
    if (!from.accepted) return from;
    const parts = await doneParts(table, params.runId);
    const asked = { parts, from: from.value, limit: query.limit };
    const { payments, next } = await listRunPayments(table, params.runId, asked);
    // Only where no part is done is it asked whether there is such a run at all.
    if (parts.length === 0 && !(await runs.last(params.runId))) return noSuchRun;
    const cursor = next && toCursor({ shard: String(next.shard), ...next.after });
    return accept({ status: 200, body: { entries: payments, ...(cursor && { cursor }) } });
  },
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
    .strictObject({ entries: z.array(LeftOut), cursor: Cursor.optional() })
    .meta({ id: 'RunLeftOut' }),
  async handle({ params, query }, { table, runs }: Pick<Ports, 'table' | 'runs'>) {
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const after = LeftOutCursor.optional().safeParse(start.value);
    if (!after.success) return otherList;
    const asked = { limit: query.limit, after: after.data };
    const { entries, isMore } = await listLeftOut(table, params.runId, asked);
    if (entries.length === 0 && !(await runs.last(params.runId))) return noSuchRun;
    const last = isMore ? entries.at(-1) : undefined;
    const cursor = last && toCursor({ agreementId: last.agreementId, name: last.name });
    return accept({ status: 200, body: { entries, ...(cursor && { cursor }) } });
  },
});

const noSuchRun = refuse('not-found', 'There is no such payment run.');
const otherList = refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');

const LeftOutCursor = z.strictObject({
  agreementId: z.string().max(40),
  name: z.string().max(120).nullable(),
});
const shard = z.coerce.number().int().min(0).max(15);
const CursorPlace = z.union([
  z.strictObject({ shard }),
  z.strictObject({ shard, agreementId: z.string().max(40), name: z.string().max(120) }),
]);

/** Where a list goes on. A place that no list of ours gave out is refused before the table sees
 * it. */
function placeOf(cursor: string | undefined): Outcome<Place> {
  const start = fromCursor(cursor);
  if (!start.accepted) return start;
  if (start.value === undefined) return accept({ shard: 0 });
  const place = CursorPlace.safeParse(start.value);
  if (place.success && !('agreementId' in place.data)) return accept(place.data);
  if (place.success && 'agreementId' in place.data) {
    const { agreementId, name } = place.data;
    if (paymentShard(agreementId) === place.data.shard) {
      return accept({ shard: place.data.shard, after: { agreementId, name } });
    }
  }
  return otherList;
}
