import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import { noteDeathOnOrder } from '#shared/domain/order/keep-order.ts';
import { stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import { orderLog, ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import { changedHeadWrite, findHeads } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import { orderChangeWrites } from './order-writes.ts';

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
  const events = await Promise.all(rows.map(({ orderId }) => orderLog(table).last(orderId)));
  const noted = events.flatMap((last) => {
    const change = last && noteDeathOnOrder(last.after, diedOn);
    return change ? orderChangeWrites(last, change, { actor, at }, table) : [];
  });
  const heads = await findHeads(
    table,
    rows.map(({ orderId }) => orderId),
  );
  const stops = heads.flatMap((head) => {
    if (diedOn !== undefined) {
      const payStop = stopForDeath(head, { by: actor.id, on, diedOn });
      return payStop ? [changedHeadWrite(head, { payStop })] : [];
    }
    const { payStop, ...free } = head;
    return payStop?.kind === 'death' ? [changedHeadWrite(free, {})] : [];
  });
  return [...noted, ...stops];
}
