import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import { noteDeathOnOrder } from '#shared/domain/order/keep-order.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import { orderLog, ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import { changedHeadWrite, findHeads } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import { orderChangeWrites } from './order-writes.ts';
import { withPaidAhead } from './paid-ahead-writes.ts';

interface Noting {
  readonly caseId: string;
  readonly death: DeathOnRecord;
  readonly actor: Actor;
  readonly at: string;
  readonly on: CivilDate;
}

/** What the note of a death, or of its reversal, does to the orders of a case. Nothing more is sent until
 * finance has recorded what was delivered up to that day; after a reversal all goes on. */
export async function orderDeathWrites(
  table: Table,
  { caseId, death, actor, at, on }: Noting,
): Promise<readonly TableWrite[]> {
  const rows = await ordersOfCase(table, caseId);
  if (rows.length === 0) return [];
  const diedOn = death.status === 'stands' ? death.diedOn : undefined;
  const [events, heads] = await Promise.all([
    Promise.all(rows.map(({ orderId }) => orderLog(table).last(orderId))),
    findHeads(
      table,
      rows.map(({ orderId }) => orderId),
    ),
  ]);
  const noted = events.map(async (last) => {
    if (!last) return [];
    const read = heads.find(({ agreementId }) => agreementId === last.aggregateId);
    const change = noteDeathOnOrder(last.after, diedOn);
    if (!change) return read ? headWrites(read, { actor, on, diedOn }, false) : [];
    const kept = await withPaidAhead(last, change, { at, table });
    const head = kept.head ?? read;
    return [
      ...orderChangeWrites(last, kept.change, { actor, at }, table),
      ...(head ? headWrites(head, { actor, on, diedOn }, kept.head !== undefined) : []),
      ...kept.writes,
    ];
  });
  return (await Promise.all(noted)).flat();
}

interface NotedOnHead {
  readonly actor: Actor;
  readonly on: CivilDate;
  readonly diedOn: CivilDate | undefined;
}

/** The stop of an order, or its end; whatever else changed of what payments know of it goes with that. */
function headWrites(
  head: AgreementHead,
  { actor, on, diedOn }: NotedOnHead,
  isChanged: boolean,
): readonly TableWrite[] {
  const { payStop, ...free } = head;
  if (diedOn !== undefined) {
    const stop = stopForDeath(head, { by: actor.id, on, diedOn });
    if (stop) return [changedHeadWrite(head, { payStop: stop })];
  } else if (payStop?.kind === 'death') {
    return [changedHeadWrite(free, {})];
  }
  return isChanged ? [changedHeadWrite(head, {})] : [];
}
