import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import { openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { type MoneyDueRow, takeMoneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { taskTeam } from '../../workflow/task-address.ts';
import { agreementReviewTask } from './agreement-review-task.ts';

/** Puts a direct payment that nobody has looked at for its time into the queue of the team that holds the
 * case: within six months of the first payment, and every twelve months from then on (SI 2014/2871
 * reg 7). A review of the plan in between looks at it too, and moves the day. */
export async function askAgreementReview(
  row: MoneyDueRow,
  { agreements, cases, council, system }: DailyPorts,
): Promise<readonly TableWrite[]> {
  const last = await agreements.last(row.id);
  if (!last) throw new Error(`agreement ${row.id} is missing`);
  const { nextReview, status, caseId } = last.after;
  const at = system.now();
  const today = civilDateInLondon(at);
  if (status === 'closed' || nextReview === null) return [takeMoneyDueWrite(row, null)];
  if (nextReview > today) return [takeMoneyDueWrite(row, nextReview)];
  const held = await cases.last(caseId);
  if (!held) throw new Error(`agreement ${row.id} has no case`);
  if (held.after.status === 'closed') return [takeMoneyDueWrite(row, null)];
  const task = openDeskTask({
    ...agreementReviewTask(caseId, { agreementId: row.id, nextReview }),
    agreementId: row.id,
    owner: 'case',
    team: taskTeam('carry-out-review', held.after, council),
    due: nextReview,
    claimedBy: held.after.allocatedTo,
    isUrgent: false,
    flags: reachFlags(held.after),
    openedAt: at,
  });
  return [takeMoneyDueWrite(row, null), task];
}
