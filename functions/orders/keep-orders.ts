import * as z from 'zod';
import { addDays, CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { lastDayOfSupport } from '#shared/domain/case/ending/last-day-of-support.ts';
import { endOrder, startOrder } from '#shared/domain/order/keep-order.ts';
import { isInterim } from '#shared/domain/order/last-day.ts';
import { hasEnded, type OrderChange, type OrderState } from '#shared/domain/order/order-state.ts';
import { extendUrgentOrder, isUrgentOrder } from '#shared/domain/order/urgent-order.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { type OrderRow, orderLog, ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { urgentTasksOver } from '../cases/urgent/urgent-tasks.ts';
import type { Ports } from '../ports.ts';
import { askForCorrection } from './actuals/correct-actuals-task.ts';
import { orderChangeWrites } from './order-writes.ts';
import { withPaidAhead } from './owed-back/paid-ahead-writes.ts';

type KeepingPorts = Pick<Ports, 'table' | 'council'>;

const Started = z.object({
  planVersion: z.int().positive(),
  startedOn: CivilDate,
  lines: z.array(z.object({ id: z.string(), firstDay: CivilDate.nullable() })),
});

const attemptsMax = 5;

/** What lets urgent support go on to another day. */
const extendsUrgent: readonly string[] = ['urgent-support-confirmed', 'urgent-support-renewed'];

/** Brings the service orders of a case, and what is asked of its urgent support, in step with the start of its
 * support and with its end: no command waits for as many records as there are orders. What has been done
 * already is done no second time. */
export async function keepOrdersOf(
  event: RecordedEvent<CaseState>,
  ports: KeepingPorts,
): Promise<void> {
  const decide = decisionOf(event);
  if (!decide) return;
  const isOver = !extendsUrgent.includes(event.type);
  const over = isOver ? urgentTasksOver(event.aggregateId, event.after) : [];
  if (over.length > 0) await ports.table.write(over);
  for (const row of await ordersOfCase(ports.table, event.aggregateId)) {
    if (hasEnded(row) && row.isToReplace !== true) continue;
    await keepOrder(row, decide, event, ports);
  }
}

type Decide = (order: OrderState) => OrderChange | undefined;

/** What an event of a case means for its orders: those of the plan that starts begin, help until then and
 * those of the plan before end on the day before, and the end of the case ends all. */
function decisionOf(event: RecordedEvent<CaseState>): Decide | undefined {
  const { type, after, body } = event;
  if (type === 'support-started') {
    const { planVersion, startedOn, lines } = Started.parse(body);
    const begun = lines.flatMap(({ id: lineId, firstDay }) =>
      firstDay === null ? [] : [{ lineId, firstDay }],
    );
    const dayBefore = addDays(startedOn, -1);
    return (order) => {
      if (order.planVersion !== planVersion) return endOrder(order, dayBefore, 'superseded');
      return isInterim(order)
        ? endOrder(order, dayBefore, 'support-started')
        : startOrder(order, begun);
    };
  }
  if (after.status !== 'closed') return extensionOf(event);
  const lastDay = lastDayOfSupport(after, body);
  return (order) => endOrder(order, lastDay, 'case-ended');
}

/** What another key on urgent support means for its order, or for what takes the place of that. */
function extensionOf({ type, after }: RecordedEvent<CaseState>): Decide | undefined {
  const { urgentSupport: urgent } = after;
  if (!urgent || !extendsUrgent.includes(type)) return undefined;
  return (order) =>
    isUrgentOrder(order) && order.planVersion === urgent.orderedIn
      ? extendUrgentOrder(order, urgent.expiresOn)
      : undefined;
}

async function keepOrder(
  { orderId }: OrderRow,
  decide: Decide,
  { actor, at, after: held }: RecordedEvent<CaseState>,
  { table, council }: KeepingPorts,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await orderLog(table).last(orderId);
    if (!last) throw new Error(`order ${orderId} is missing`);
    const change = decide(last.after);
    if (!change) return;
    const kept = await withPaidAhead(last, change, { at, table });
    const writes = [
      ...orderChangeWrites(last, kept.change, { actor, at }, table),
      ...(kept.head ? [changedHeadWrite(kept.head, {})] : []),
      ...kept.writes,
      ...askForCorrection(orderId, kept.change.next, { held, at, council }),
    ];
    if ((await table.write(writes)).written) return;
  }
  throw new Error(`order ${orderId} keeps changing`);
}
