import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import type { Signposting } from '#shared/domain/triage/signposting.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { CaseCommand } from '../../cases/change-case.ts';

function taskName(caseId: string, asked: number): DeskTaskName {
  const taskId = derivedId(['ask-if-useful', caseId, String(asked)]);
  return { aggregateId: caseId, step: 'ask-if-useful', taskId };
}

/** The queue asks on the agreed day whether what somebody was told of was useful: the newest
 * signposting only, and no more once they have answered. */
export function usefulnessTasks(
  caseId: string,
  signposting?: Signposting,
): NonNullable<CaseCommand['also']> {
  return async ({ next }, before, at): Promise<readonly TableWrite[]> => {
    const [was, is] = [before.usefulnessAsked, next.usefulnessAsked];
    if (was === is) return [];
    const ended = was === null ? [] : [deskTaskDone(taskName(caseId, was))];
    const due = signposting?.askIfUsefulOn;
    if (is === null || due === undefined) return ended;
    const asked = openDeskTask({
      ...taskName(caseId, is),
      owner: 'case',
      // A contact that ends in advice stays with the front door, which gave it.
      team: before.team,
      due,
      claimedBy: null,
      isUrgent: false,
      flags: reachFlags(before),
      openedAt: at,
    });
    return [...ended, asked];
  };
}
