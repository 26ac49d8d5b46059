import * as z from 'zod';
import { Reason } from '../../eligibility/decision.ts';
import { accept, refuse } from '../../outcome.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseDecision, Moment } from '../change.ts';
import { handOff } from './hand-off.ts';

export const ReturnToTeam = z
  .strictObject({
    /** The team that takes it on; left out, the one that has it. */
    team: z.string().min(1).max(80).optional(),
    reason: Reason,
  })
  .meta({ id: 'ReturnToTeam' });
export type ReturnToTeam = z.infer<typeof ReturnToTeam>;

/** Takes a case from its worker and gives it to a team, where it waits for another one. Refuses
 * `already-recorded` when it is with that team and nobody already, and `invalid-input` for a team
 * that does not exist. */
export function returnToTeam(
  state: CaseState,
  { team = state.team, reason }: ReturnToTeam,
  settings: { readonly teams: readonly { readonly id: string }[] },
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (!settings.teams.some(({ id }) => id === team)) {
    return refuse('invalid-input', `There is no team "${team}".`, '/team');
  }
  const from = { worker: state.allocatedTo, team: state.team };
  if (from.worker === null && from.team === team) {
    return refuse('already-recorded', 'The case is with this team already, and nobody has it.');
  }
  const next = handOff(state, { team, worker: null }, moment.today);
  return accept({
    type: 'case-returned-to-team',
    body: {
      team,
      reason,
      from,
      isHandOff: next.handOffs > state.handOffs,
      handOffs: next.handOffs,
    },
    next,
  });
}
