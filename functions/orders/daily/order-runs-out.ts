import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { isToReplace } from '#shared/domain/order/handing-back/hand-back-order.ts';
import { overOn, runOut } from '#shared/domain/order/last-day.ts';
import { type MoneyDueRow, takeMoneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { escalateUnmet } from '../handing-back/rearrange-task.ts';
import { orderChangeWrites } from '../order-writes.ts';

const actor = { id: 'last-days', role: 'service' };

/** Ends an order on the day after its last. Where it was handed back and nothing takes its place, the person's
 * own team is told at once. */
export async function orderRunsOut(
  row: MoneyDueRow,
  { table, cases, system }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const last = await orderLog(table).last(row.id);
  if (!last) throw new Error(`order ${row.id} is missing`);
  const at = system.now();
  const today = civilDateInLondon(at);
  const over = overOn(last.after);
  if (over !== null && over > today) return [takeMoneyDueWrite(row, over)];
  const change = runOut(last.after, today);
  const held = isToReplace(last.after) ? await cases.last(last.after.caseId) : undefined;
  return [
    takeMoneyDueWrite(row, null),
    ...(change ? orderChangeWrites(last, change, { actor, at }, table) : []),
    ...(held ? [escalateUnmet(row.id, last.after, { held: held.after, at })] : []),
  ];
}
