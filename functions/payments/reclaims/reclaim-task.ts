import type { Council } from '#shared/council/schema.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../../workflow/task-address.ts';

interface Proposal {
  readonly caseId: string;
  readonly agreementId: string;
  /** The event that proposes it. */
  readonly event: number;
}

function taskName({ caseId, agreementId, event }: Proposal): DeskTaskName {
  const taskId = derivedId(['decide-reclaim', agreementId, String(event)]);
  return { aggregateId: caseId, step: 'decide-reclaim', taskId };
}

const daysToDecide = 7;

/** Puts a reclaim, or the write-off of one, before the second person, in the queue of finance. */
export function askForDecision(
  proposal: Proposal,
  { at, council }: { readonly at: string; readonly council: Council },
): TableWrite {
  return openDeskTask({
    ...taskName(proposal),
    owner: 'case',
    team: taskTeam('assess-finances', undefined, council),
    due: addDays(civilDateInLondon(at), daysToDecide),
    claimedBy: null,
    isUrgent: false,
    openedAt: at,
  });
}

export function decisionMade(proposal: Proposal): TableWrite {
  return deskTaskDone(taskName(proposal));
}
