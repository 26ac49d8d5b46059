import type { CivilDate } from '../../calendar/civil-date.ts';
import type { Workflow } from '../../journey/workflow.ts';
import { usualPriority } from '../../waiting/priority.ts';
import { beginWaiting } from '../../waiting/waiting-list.ts';
import type { ClosedCase, OpenCase } from '../case-state.ts';

/** A case that had ended, open again in a round of its own. A plan is agreed and signed off anew:
 * circumstances and prices have moved on. */
export function takenUpAgain(
  { closedOn: _closedOn, outcome: _outcome, ...facts }: ClosedCase,
  workflow: Workflow,
  today: CivilDate,
): OpenCase {
  return {
    ...facts,
    status: 'open',
    workflow,
    appearanceOfNeed: true,
    priority: facts.priority ?? usualPriority(facts.isUrgent).level,
    waiting: beginWaiting(today),
    reablement: null,
    plan: null,
    planKeyBy: null,
    budgetKeyBy: null,
  };
}
