import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import { askForReports } from '#shared/domain/order/actuals/ask-for-reports.ts';
import { openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { type MoneyDueRow, takeMoneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { taskTeam } from '../../workflow/task-address.ts';
import { careReportTask } from '../actuals/care-reports.ts';
import { orderChangeWrites } from '../order-writes.ts';

const actor = { id: 'care-reports', role: 'service' };

/** Asks the team that arranges support for what was delivered in a period, by the day on which it would be
 * billed: care that nobody reports is neither paid nor billed, and a bill is no estimate. */
export async function askForCareReports(
  row: MoneyDueRow,
  { table, cases, council, system }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const last = await orderLog(table).last(row.id);
  if (!last) throw new Error(`order ${row.id} is missing`);
  const at = system.now();
  const today = civilDateInLondon(at);
  const { change, asked, nextOn } = askForReports(last.after, {
    calendar: council.payCalendar,
    waitDays: council.billing.statementAfterDays,
    today,
    event: last.sequence + 1,
  });
  if (!change) return [takeMoneyDueWrite(row, nextOn)];
  const held = await cases.last(last.after.caseId);
  if (!held) throw new Error(`order ${row.id} has no case`);
  const tasks = asked.map((report) =>
    openDeskTask({
      ...careReportTask(row.id, last.after, report),
      orderId: row.id,
      periodStart: report.periodStart,
      owner: 'case',
      team: taskTeam('arrange-support', held.after, council),
      due: today,
      claimedBy: null,
      isUrgent: false,
      flags: reachFlags(held.after),
      openedAt: at,
    }),
  );
  return [
    takeMoneyDueWrite(row, nextOn),
    ...orderChangeWrites(last, change, { actor, at }, table),
    ...tasks,
  ];
}
