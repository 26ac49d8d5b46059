import type { CaseState } from '../case/case-state.ts';
import { hasDied } from '../case/ending/note-death.ts';
import { openSteps } from '../journey/workflow.ts';
import type { Priority } from './priority.ts';

/** The list that a case stands on: its team's waiting list until somebody has it or its needs are
 * assessed, then its worker's. */
export type ListPlace = {
  readonly kind: CaseState['kind'];
  readonly team: string;
  readonly isUrgent: boolean;
  readonly priority: Priority | null;
  /** Since the referral on the waiting list, and with a worker since they have the case. */
  readonly since: string;
} & (
  | {
      readonly list: 'waiting';
      readonly riskCheckedOn: string;
      readonly reCheckAsked: number | null;
    }
  | { readonly list: 'worker'; readonly worker: string }
);

/** Where the case stands; nowhere once it has ended, or when it waits for nobody. */
export function listPlaceOf(state: CaseState): ListPlace | undefined {
  if (state.status === 'closed') return undefined;
  const { kind, team, isUrgent, priority, allocatedTo, held, waiting } = state;
  const shared = { kind, team, isUrgent, priority };
  if (allocatedTo !== null && held !== null) {
    return { ...shared, list: 'worker', worker: allocatedTo, since: held.since };
  }
  // Nobody looks after the wait of somebody who has died; their worker, if they had one, ends the case.
  if (hasDied(state)) return undefined;
  if (allocatedTo !== null || waiting === null || !waitsToBeSeen(state)) return undefined;
  return { ...shared, list: 'waiting', ...waiting };
}

/** Whether nobody has begun with the person yet: reablement that runs is no wait. */
function waitsToBeSeen({ workflow, reablement }: CaseState): boolean {
  const steps = openSteps(workflow);
  return steps.includes('assess-needs') || (steps.includes('reablement') && reablement === null);
}

/** What an event leaves, with its number kept where it changed the case's place on a list: the lists
 * follow just those events. A re-check that was asked of a team is asked anew when the case has left
 * that team's list, because nobody looks there for it any more. */
export function keepListPlace(before: CaseState, after: CaseState, event: number): CaseState {
  const [from, to] = [listPlaceOf(before), listPlaceOf(after)];
  const staysThere = from?.list === 'waiting' && to?.list === 'waiting' && from.team === to.team;
  const { waiting } = after;
  const kept = staysThere || waiting === null ? waiting : { ...waiting, reCheckAsked: null };
  const next = { ...after, waiting: kept };
  const isMoved = JSON.stringify(listPlaceOf(next)) !== JSON.stringify(from);
  return isMoved ? { ...next, listedAt: event } : next;
}
