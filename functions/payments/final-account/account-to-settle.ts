import type { Council } from '#shared/council/schema.ts';
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { lacksFinalAccountFrom } from '#shared/domain/final-account/lacks-final-account.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  openDeskTaskAgain,
} from '#shared/stores/cases/desk-task-store.ts';
import {
  type MoneyDueRow,
  moneyDueWrite,
  takeMoneyDueWrite,
} from '#shared/stores/money/money-due-store.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { taskTeam } from '../../workflow/task-address.ts';

interface Settled {
  readonly caseId: string;
  readonly agreementId: string;
}

// Wages and notice are paid meanwhile, and their evidence has to come in.
const daysToSettle = 28;

/** Finance's task for the final account of an agreement. */
export function settlingTask({ caseId, agreementId }: Settled): DeskTaskName {
  const taskId = derivedId(['settle-final-account', agreementId]);
  return { aggregateId: caseId, step: 'settle-final-account', taskId };
}

/** Keeps the day from which an agreement lacks its final account where the schedule finds it. */
export function lackingFromWrite(agreementId: string, on: CivilDate | null): TableWrite {
  return moneyDueWrite({ owner: 'agreement', id: agreementId, due: 'final-account' }, on);
}

/** Puts an agreement that lacks its final account before finance. */
export function askToSettle(
  settled: Settled,
  { at, council }: { readonly at: string; readonly council: Council },
): TableWrite {
  return openDeskTaskAgain({
    ...settlingTask(settled),
    step: 'settle-final-account',
    owner: 'case',
    agreementId: settled.agreementId,
    team: taskTeam('assess-finances', undefined, council),
    due: addDays(civilDateInLondon(at), daysToSettle),
    claimedBy: null,
    isUrgent: false,
    openedAt: at,
  });
}

/** Nobody is asked any more: an account is proposed, or the agreement goes on after all. */
export function nothingToSettle(settled: Settled): readonly TableWrite[] {
  return [lackingFromWrite(settled.agreementId, null), deskTaskOver(settlingTask(settled))];
}

/** Finance is asked for the final account of an agreement that is over, unless somebody has proposed it. */
export async function finalAccountFallsDue(
  row: MoneyDueRow,
  { agreements, council, system, table }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const [last, head] = await Promise.all([agreements.last(row.id), findHead(table, row.id)]);
  if (!last) throw new Error(`agreement ${row.id} is missing`);
  const at = system.now();
  const from = lacksFinalAccountFrom(last.after, head);
  if (from === null || from > civilDateInLondon(at)) return [takeMoneyDueWrite(row, from)];
  const { caseId } = last.after;
  return [
    takeMoneyDueWrite(row, null),
    askToSettle({ caseId, agreementId: row.id }, { at, council }),
  ];
}
