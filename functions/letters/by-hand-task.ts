import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import { openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { frontDoor, taskDue } from '../workflow/task-address.ts';
import type { LetterPorts } from './letter-ports.ts';

/** The place in the front door's queue of a letter that people must send, due like a contact there.
 * Neither the words nor the reason stand in it. */
export function byHandTask(
  { aggregateId, after }: RecordedEvent<CaseState>,
  letterId: string,
  { council, system }: Pick<LetterPorts, 'council' | 'system'>,
): TableWrite {
  const { isUrgent } = after;
  const openedAt = system.now();
  return openDeskTask({
    owner: 'case',
    aggregateId,
    step: 'send-letter',
    taskId: letterId,
    team: frontDoor(council),
    due: taskDue('triage-contact', { at: openedAt, isUrgent, council }),
    claimedBy: null,
    // A letter never stands before the contact that it answers.
    isUrgent: false,
    flags: reachFlags(after),
    openedAt,
  });
}
