import { teamFor } from '#shared/council/teams/find-team.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  findDeskTask,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { StandingHold } from '#shared/stores/money/payments/payee-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { frontDoor } from '../../workflow/task-address.ts';
import type { AgreementFollowingPorts } from './once.ts';

type AgreementEvent = RecordedEvent<AgreementState>;

function taskName(
  { aggregateId, after }: AgreementEvent,
  { event, reviewOn }: Pick<StandingHold, 'event' | 'reviewOn'>,
): DeskTaskName {
  const taskId = derivedId(['payee-hold', aggregateId, String(event), reviewOn]);
  return { aggregateId: after.caseId, step: 'review-payee-hold', taskId };
}

/** Puts the next look at a hold into the queue of the safeguarding team, held by whoever owns it. */
export async function holdTask(
  event: AgreementEvent,
  hold: StandingHold,
  { cases, council, system }: AgreementFollowingPorts,
): Promise<TableWrite> {
  const held = await cases.last(event.after.caseId);
  if (!held) throw new Error('an agreement has no case');
  return openDeskTask({
    ...taskName(event, hold),
    owner: 'case',
    team: teamFor(council, 'safeguarding')?.id ?? frontDoor(council),
    due: hold.reviewOn,
    claimedBy: hold.by,
    isUrgent: true,
    flags: reachFlags(held.after),
    openedAt: system.now(),
  });
}

/** Takes the look that was due until now out of the queue, where it still waits. */
export async function endedHoldTask(
  event: AgreementEvent,
  { agreements, table }: AgreementFollowingPorts,
): Promise<readonly TableWrite[]> {
  const before = await agreements.at(event.aggregateId, event.sequence - 1);
  const hold = before?.after.payeeHold;
  if (!hold) return [];
  const name = taskName(event, hold);
  return (await findDeskTask(table, name)) ? [deskTaskDone(name)] : [];
}
