import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { Actor } from '#shared/domain/case/change.ts';
import { noteDeathOnOrder } from '#shared/domain/order/keep-order.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { stopForDeath } from '#shared/domain/payment/stop-for-death.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import { orderLog, ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { type Table, TableBusy, type TableWrite } from '#shared/stores/table/table.ts';
import { orderChangeWrites } from './order-writes.ts';
import { withPaidAhead } from './owed-back/paid-ahead-writes.ts';

interface Noting {
  readonly caseId: string;
  readonly death: DeathOnRecord;
  readonly actor: Actor;
  readonly at: string;
  readonly on: CivilDate;
}

// Whoever records care on an order at the same moment wins the number of the event.
const attemptsMax = 5;

/** Brings the orders of a case in step with the note of a death, or of its reversal, each in a transaction of
 * its own, however many there are: what stops payment was written with the note. Nothing more is sent
 * until finance has recorded what was delivered up to that day; after a reversal all goes on. Orders that
 * are in step are left as they are, so that a call which was cut short is made again. */
export async function noteDeathOnOrders(table: Table, noting: Noting): Promise<void> {
  for (const { orderId } of await ordersOfCase(table, noting.caseId)) {
    await noteOnOrder(orderId, noting, table);
  }
}

async function noteOnOrder(orderId: string, noting: Noting, table: Table): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const writes = await writesFor(orderId, noting, table);
    if (writes.length === 0 || (await table.write(writes)).written) return;
  }
  throw new TableBusy(`order ${orderId} was being changed by others at each attempt`);
}

async function writesFor(
  orderId: string,
  { death, actor, at, on }: Noting,
  table: Table,
): Promise<readonly TableWrite[]> {
  const last = await orderLog(table).last(orderId);
  if (!last) throw new Error(`order ${orderId} is missing`);
  const diedOn = death.status === 'stands' ? death.diedOn : undefined;
  const change = noteDeathOnOrder(last.after, diedOn, last.sequence + 1);
  if (!change) return [];
  const kept = await withPaidAhead(last, change, { at, table });
  const head = kept.head ?? (await findHead(table, orderId));
  return [
    ...orderChangeWrites(last, kept.change, { actor, at }, table),
    ...(head ? headWrites(head, { actor, on, diedOn }, kept.head !== undefined) : []),
    ...kept.writes,
  ];
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
