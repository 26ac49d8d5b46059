import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  findDeskTask,
  openDeskTaskAgain,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../workflow/task-address.ts';

/** The task to make an agreement pay what the live plan and the contribution say, of which it has one at a
 * time. */
function taskName(caseId: string, agreementId: string): DeskTaskName {
  const taskId = derivedId(['activate-agreement', agreementId]);
  return { aggregateId: caseId, step: 'activate-agreement', taskId };
}

// Until then nothing is paid for support that has begun, or what was right before.
const workingDaysToActivate = 2;

interface Asking {
  readonly at: string;
  readonly council: Council;
}

/** Asks finance, in the moment in which a plan begins, to make each of its direct payments active or to bring
 * it up to that plan; or one of them to a contribution, from the day on which that counts. */
export function askForActivation(
  caseId: string,
  next: CaseState,
  { at, council }: Asking,
  agreementIds: readonly string[] = agreementsOf(next),
  from: CivilDate = civilDateInLondon(at),
): readonly TableWrite[] {
  return agreementIds.map((agreementId) =>
    openDeskTaskAgain({
      ...taskName(caseId, agreementId),
      agreementId,
      owner: 'case',
      team: taskTeam('assess-finances', next, council),
      due: addWorkingDays(from, workingDaysToActivate),
      claimedBy: null,
      isUrgent: next.isUrgent,
      flags: reachFlags(next),
      openedAt: at,
    }),
  );
}

/** Whether finance is asked already. */
export async function isAskedToActivate(
  table: Table,
  caseId: string,
  agreementId: string,
): Promise<boolean> {
  return (await findDeskTask(table, taskName(caseId, agreementId))) !== undefined;
}

/** Asks nobody any more: the agreement pays what it should, or has ended. */
export function activationOver(caseId: string, agreementId: string): TableWrite {
  return deskTaskOver(taskName(caseId, agreementId));
}

/** The same for all of a case that has ended. */
export function activationsOver(caseId: string, before: CaseState): readonly TableWrite[] {
  return agreementsOf(before).map((agreementId) => activationOver(caseId, agreementId));
}

function agreementsOf({ live }: CaseState): readonly string[] {
  return (live?.parts ?? []).flatMap(({ agreementId }) => agreementId ?? []);
}
