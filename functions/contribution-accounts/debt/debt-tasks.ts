import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { ContributionAccount } from '#shared/domain/contribution-account/account-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../../workflow/task-address.ts';

interface Opening {
  readonly state: CaseState;
  readonly due: CivilDate;
  readonly at: string;
  readonly council: Council;
  readonly claimedBy?: string | null;
}

function lookName(caseId: string, asked: number): DeskTaskName {
  const taskId = derivedId(['look-at-contributions', caseId, String(asked)]);
  return { aggregateId: caseId, step: 'look-at-contributions', taskId };
}

/** Puts what a person owes before somebody of finance, who looks at means and needs first. */
export function lookTask(caseId: string, asked: number, opening: Opening): TableWrite {
  return openDeskTask({ ...lookName(caseId, asked), ...taskOf(opening) });
}

export function lookDone(caseId: string, asked: number): TableWrite {
  return deskTaskDone(lookName(caseId, asked));
}

function disputeName(caseId: string, disputeId: string): DeskTaskName {
  return { aggregateId: caseId, step: 'answer-dispute', taskId: disputeId };
}

/** Puts a statement that somebody disputes before finance, due on the day of its review. */
export function disputeTask(caseId: string, disputeId: string, opening: Opening): TableWrite {
  return openDeskTask({ ...disputeName(caseId, disputeId), ...taskOf(opening) });
}

export function disputeDone(caseId: string, disputeId: string): TableWrite {
  return deskTaskDone(disputeName(caseId, disputeId));
}

function instalmentsName(caseId: string, asked: number): DeskTaskName {
  const taskId = derivedId(['answer-instalments', caseId, String(asked)]);
  return { aggregateId: caseId, step: 'answer-instalments', taskId };
}

/** Puts before finance what somebody asked to pay bit by bit. */
export function instalmentsTask(caseId: string, asked: number, opening: Opening): TableWrite {
  return openDeskTask({ ...instalmentsName(caseId, asked), ...taskOf(opening) });
}

/** Takes it out of the queue once it is answered, or nobody waits for the answer any more. */
export function endedInstalmentsTask(
  caseId: string,
  before: ContributionAccount,
  next: ContributionAccount,
): readonly TableWrite[] {
  const asked = before.instalmentsAsked?.event;
  return asked === undefined || next.instalmentsAsked?.event === asked
    ? []
    : [deskTaskDone(instalmentsName(caseId, asked))];
}

export function financeTeam(state: CaseState, council: Council): string {
  return taskTeam('assess-finances', state, council);
}

function taskOf({ state, due, at, council, claimedBy = null }: Opening) {
  return {
    owner: 'case',
    team: financeTeam(state, council),
    due,
    claimedBy,
    isUrgent: false,
    flags: reachFlags(state),
    openedAt: at,
  } as const;
}
