import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import { lateFrom, noticeLate } from '#shared/domain/order/keep-order.ts';
import { openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import { type MoneyDueRow, takeMoneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { orderLog, orderRowWrite } from '#shared/stores/money/orders/order-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { taskTeam } from '../../workflow/task-address.ts';
import { lateStartTask } from '../late-start-task.ts';

const actor = { id: 'late-starts', role: 'service' };

/** Tells the team that arranges support of an order that has not started on its planned day, once, with the
 * figures: a planned date is never taken for an actual one. The task goes when it starts. */
export async function noticeLateStart(
  row: MoneyDueRow,
  { table, cases, council, system }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const last = await orderLog(table).last(row.id);
  if (!last) throw new Error(`order ${row.id} is missing`);
  const at = system.now();
  const today = civilDateInLondon(at);
  const change = noticeLate(last.after, today);
  const isToCome = last.after.status === 'ordered' && last.after.lateOn === undefined;
  if (!change) return [takeMoneyDueWrite(row, isToCome ? lateFrom(last.after) : null)];
  const held = await cases.last(last.after.caseId);
  if (!held) throw new Error(`order ${row.id} has no case`);
  const event = ownEvent(last, change, { actor, at });
  const task = openDeskTask({
    ...lateStartTask(row.id, change.next),
    orderId: row.id,
    owner: 'case',
    team: taskTeam('arrange-support', held.after, council),
    due: today,
    claimedBy: null,
    isUrgent: held.after.isUrgent,
    flags: reachFlags(held.after),
    openedAt: at,
  });
  return [
    takeMoneyDueWrite(row, null),
    orderLog(table).asWrite(last, event),
    orderRowWrite(row.id, change.next),
    task,
  ];
}
