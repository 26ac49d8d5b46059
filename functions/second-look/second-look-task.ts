import type { Council } from '#shared/council/schema.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import {
  type Questioned,
  type SecondLook,
  stepOf,
} from '#shared/domain/second-look/second-look.ts';
import { type NewDeskTask, openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../workflow/task-address.ts';
import { secondLookTaskName } from './second-look-task-name.ts';

/** The id of the second look that an event of a case asked for. */
export function secondLookIdOf(caseId: string, event: number): string {
  return derivedId(['second-look', caseId, String(event)]);
}

interface Asked {
  readonly caseId: string;
  readonly state: CaseState;
  readonly about: Questioned;
  readonly look: SecondLook | undefined;
  readonly at: string;
}

/** The place of a second look in the queue of the team whose decision it is: nobody holds it, because
 * the case's own worker took part. Not a word of the person's stands there. */
export function secondLookTask(
  { caseId, state, about, look, at }: Asked,
  council: Council,
): TableWrite[] {
  if (!look) return [];
  const task: NewDeskTask = {
    ...secondLookTaskName(caseId, look),
    owner: 'case',
    team: taskTeam(stepOf[about], state, council),
    due: look.due,
    claimedBy: null,
    isUrgent: state.isUrgent,
    openedAt: at,
  };
  return [openDeskTask(task)];
}
