import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import { PriorityChoice, refusalOfPriority } from './priority.ts';

export const PriorityChange = PriorityChoice.extend({
  /** Whether it is urgent from now on; left out, that stays as it was. */
  isUrgent: z.boolean().optional(),
}).meta({ id: 'PriorityChange' });
export type PriorityChange = z.infer<typeof PriorityChange>;

/** Sets another priority, with its reason. Refuses `urgent-is-red`, `wrong-stage` before triage has
 * set a first one, and `already-recorded` where nothing would change. */
export function changePriority(state: CaseState, input: PriorityChange): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (state.priority === null) return refuse('wrong-stage', 'Triage sets the first priority.');
  const { level, isUrgent = state.isUrgent } = input;
  if (level === state.priority && isUrgent === state.isUrgent) {
    return refuse('already-recorded', 'The case has this priority.');
  }
  return (
    refusalOfPriority(input, isUrgent, '/level') ??
    accept({
      type: 'priority-changed',
      body: { ...input, from: { level: state.priority, isUrgent: state.isUrgent } },
      next: { ...state, priority: level, isUrgent },
    })
  );
}
