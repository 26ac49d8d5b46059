import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { type OrderState, stillOwedBack } from '#shared/domain/order/order-state.ts';
import { deskTaskOver, openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import {
  type MoneyDueRow,
  moneyDueWrite,
  takeMoneyDueWrite,
} from '#shared/stores/money/money-due-store.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { taskTeam } from '../../workflow/task-address.ts';

const daysToLook = 14;

function taskName(caseId: string, orderId: string, bookedIn: number) {
  const taskId = derivedId(['chase-owed-back', orderId, String(bookedIn)]);
  return { aggregateId: caseId, step: 'chase-reclaim', taskId } as const;
}

/** Has what an organisation owes back looked after once it is late, and nobody any more once nothing is
 * owed. */
export function owedBackWrites(
  orderId: string,
  before: OrderState,
  next: OrderState,
): readonly TableWrite[] {
  const { bookedIn: asked } = before.owedBack ?? {};
  const { bookedIn, payBy } = next.owedBack ?? {};
  const isOver = stillOwedBack(before.owedBack) > 0 && stillOwedBack(next.owedBack) === 0;
  const isAskedAnew = bookedIn !== asked && payBy !== undefined;
  if (!isOver && !isAskedAnew) return [];
  const due = { owner: 'order', id: orderId, due: 'reclaim' } as const;
  return [
    moneyDueWrite(due, isOver || payBy === undefined ? null : addDays(payBy, 1)),
    ...(asked === undefined ? [] : [deskTaskOver(taskName(next.caseId, orderId, asked))]),
  ];
}

/** Puts what an organisation should have paid back before finance. */
export async function chaseOwedBack(
  row: MoneyDueRow,
  { table, council, system }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const last = await orderLog(table).last(row.id);
  if (!last) throw new Error(`order ${row.id} is missing`);
  const at = system.now();
  const taken = takeMoneyDueWrite(row, null);
  const { caseId, owedBack } = last.after;
  if (stillOwedBack(owedBack) === 0 || owedBack?.bookedIn === undefined) return [taken];
  const task = openDeskTask({
    ...taskName(caseId, row.id, owedBack.bookedIn),
    owner: 'case',
    team: taskTeam('assess-finances', undefined, council),
    due: addDays(civilDateInLondon(at), daysToLook),
    claimedBy: null,
    isUrgent: false,
    openedAt: at,
  });
  return [taken, task];
}
