import * as z from 'zod';
import { Reason } from '../../eligibility/decision.ts';
import { accept, refuse } from '../../outcome.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseDecision, Moment } from '../change.ts';
import { handOff } from './hand-off.ts';

export const CaseAllocation = z
  .strictObject({
    /** The member of staff, by the id that the council's sign-in gives. */
    worker: z.string().trim().min(1).max(128),
    team: z.string().min(1).max(80),
    reason: Reason,
  })
  .meta({ id: 'CaseAllocation' });
export type CaseAllocation = z.infer<typeof CaseAllocation>;

/** Gives the case to a worker and their team, the first time or in place of another. Refuses
 * `already-recorded` when nothing would change, and `invalid-input` for a team that does not
 * exist. */
export function allocateCase(
  state: CaseState,
  input: CaseAllocation,
  settings: { readonly teams: readonly { readonly id: string }[] },
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (!settings.teams.some(({ id }) => id === input.team)) {
    return refuse('invalid-input', `There is no team "${input.team}".`, '/team');
  }
  const from = { worker: state.allocatedTo, team: state.team };
  if (from.worker === input.worker && from.team === input.team) {
    return refuse('already-recorded', 'The case is with this worker and team already.');
  }
  const next = handOff(state, input, moment.today);
  return accept({
    type: 'case-allocated',
    body: {
      ...input,
      from,
      isHandOff: next.handOffs > state.handOffs,
      handOffs: next.handOffs,
      allocatedBy: moment.actor.id,
    },
    next,
  });
}
