import type { Council } from '#shared/council/schema.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import type { OrderState } from '#shared/domain/order/order-state.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../../workflow/task-address.ts';

/** The task to put right what was recorded for days after an order's last, of which there is one. */
function taskName(orderId: string, { caseId }: Pick<OrderState, 'caseId'>): DeskTaskName {
  return { aggregateId: caseId, step: 'correct-actuals', taskId: orderId };
}

const daysToCorrect = 7;

/** Asks the team that arranges support to find out what was delivered, where an order turns out to have ended
 * before days that are recorded: the provider was paid for them. */
export function askForCorrection(
  orderId: string,
  next: OrderState,
  about: { readonly held: CaseState; readonly at: string; readonly council: Council },
): readonly TableWrite[] {
  if (next.isToCorrect !== true) return [];
  const { held, at, council } = about;
  const task = openDeskTask({
    ...taskName(orderId, next),
    orderId,
    owner: 'case',
    team: taskTeam('arrange-support', held, council),
    due: addDays(civilDateInLondon(at), daysToCorrect),
    claimedBy: null,
    isUrgent: false,
    flags: reachFlags(held),
    openedAt: at,
  });
  return [task];
}

/** Asks nobody any more once nothing is recorded for a day after the last. */
export function corrected(
  orderId: string,
  before: OrderState,
  next: OrderState,
): readonly TableWrite[] {
  return before.isToCorrect && !next.isToCorrect ? [deskTaskDone(taskName(orderId, before))] : [];
}
