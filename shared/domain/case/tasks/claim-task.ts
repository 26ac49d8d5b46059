import * as z from 'zod';
import type { Step } from '../../journey/steps.ts';
import { openSteps, refuseStep } from '../../journey/workflow.ts';
import { accept, refuse } from '../../outcome.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseDecision, Moment } from '../change.ts';

export const Reassignment = z
  .strictObject({
    /** The id of the member of staff who takes the task on. */
    to: z.string().trim().min(1).max(128),
    reason: z.string().trim().min(1).max(1_000),
  })
  .meta({ id: 'Reassignment' });
export type Reassignment = z.infer<typeof Reassignment>;

/** Takes an open task for oneself. Refuses `wrong-stage` when the step is not waited for, and
 * `already-recorded` when somebody else holds it. */
export function claimTask(state: CaseState, step: Step, moment: Moment): CaseDecision {
  const holder = state.workflow.claims[step];
  if (!openSteps(state.workflow).includes(step)) return refuseStep(state.workflow, step);
  if (holder !== undefined && holder !== moment.actor.id) {
    return refuse('already-recorded', 'Somebody else has claimed this task.');
  }
  return hold(state, step, moment.actor.id, 'task-claimed', {});
}

/** Gives a task back to its team's queue. Only who holds it may, so that nobody's work is taken
 * away. */
export function releaseTask(state: CaseState, step: Step, moment: Moment): CaseDecision {
  if (state.workflow.claims[step] !== moment.actor.id) {
    return refuse('wrong-stage', 'You do not hold this task.');
  }
  return hold(state, step, null, 'task-released', {});
}

/** Hands a task to another member of staff, with the reason that the person may ask for. */
export function reassignTask(state: CaseState, step: Step, change: Reassignment): CaseDecision {
  if (!openSteps(state.workflow).includes(step)) return refuseStep(state.workflow, step);
  return hold(state, step, change.to, 'task-reassigned', change);
}

function hold(
  state: CaseState,
  step: Step,
  by: string | null,
  type: 'task-claimed' | 'task-released' | 'task-reassigned',
  body: object,
): CaseDecision {
  const claims = { ...state.workflow.claims };
  if (by === null) delete claims[step];
  else claims[step] = by;
  return accept({
    type,
    body: { ...body, step },
    next: { ...state, workflow: { ...state.workflow, claims } },
    claim: { step, by },
  });
}
