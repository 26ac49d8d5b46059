import * as z from 'zod';
import { accept, refuse } from '../../outcome.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseDecision, Moment } from '../change.ts';

/** Work that people promised to do and that no machine waits for: it stands in a team's queue like
 * a step, and what comes of it decides no step. */
export const DeskStep = z
  .enum([
    'answer-contact',
    'call-back',
    'check-risk',
    'ask-if-useful',
    'send-letter',
    'review-warning',
    'look-at-charge',
    'second-look',
    'read-own-account',
    'read-own-plan',
    'answer-disagreement',
    'find-money',
    'chase-return',
    'check-return',
    'decide-reclaim',
    'settle-final-account',
    'decide-final-account',
    'decide-one-off',
    'chase-reclaim',
    'review-direct-payment',
    'review-payee-hold',
    'look-at-contributions',
    'decide-balance-change',
    'answer-dispute',
    'answer-instalments',
    'chase-late-start',
    'decide-actuals',
    'correct-actuals',
    'report-care',
    'rearrange-care',
    'confirm-urgent-support',
    'replace-urgent-support',
    'activate-agreement',
    'renew-direct-payment',
    'check-account',
    'ask-for-account',
    'put-run-up-again',
    'look-at-run',
  ])
  .meta({ id: 'DeskStep' });
export type DeskStep = z.infer<typeof DeskStep>;

interface HeldTask {
  readonly step: DeskStep;
  readonly taskId: string;
  readonly claimedBy: string | null;
}

/** Takes a desk task for oneself, on a closed case too, because what was promised is still owed.
 * Refuses `not-found` where it does not wait any more, and `already-recorded` when somebody else
 * holds it. */
export function claimDeskTask(
  state: CaseState,
  task: HeldTask | undefined,
  moment: Moment,
): CaseDecision {
  if (!task) return refuse('not-found', 'No such task waits on this case.');
  if (task.claimedBy !== null && task.claimedBy !== moment.actor.id) {
    return refuse('already-recorded', 'Somebody else has claimed this task.');
  }
  return told('task-claimed', state, task);
}

/** Gives a desk task back to its team. Only who holds it may. */
export function releaseDeskTask(
  state: CaseState,
  task: HeldTask | undefined,
  moment: Moment,
): CaseDecision {
  if (!task) return refuse('not-found', 'No such task waits on this case.');
  return task.claimedBy === moment.actor.id
    ? told('task-released', state, task)
    : refuse('wrong-stage', 'You do not hold this task.');
}

function told(type: 'task-claimed' | 'task-released', next: CaseState, task: HeldTask) {
  return accept({ type, body: { step: task.step, taskId: task.taskId }, next });
}
