import * as z from 'zod';
import { type Refused, refuse } from '../../outcome.ts';
import type { DeathOnRecord } from '../../person/facts/death.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseChange, Moment } from '../change.ts';
import type { DeathRecord } from './death.ts';

const Version = z.int().positive();

/** What a case knows of a death: the person's record says so, and why. */
export const DeathNoted = z.strictObject({
  status: z.enum(['stands', 'reversed']),
  /** The event of the person's record that was noted. */
  personEvent: Version,
  /** The event of this case that noted it. */
  event: Version,
});
export type DeathNoted = z.infer<typeof DeathNoted>;

export function hasDied({ death }: Pick<CaseState, 'death'>): boolean {
  return death?.status === 'stands';
}

/** Why a case cannot end by this death: it is still to come, or nobody says anything of it where no
 * death is known. */
export function wrongDeath(
  state: Pick<CaseState, 'death'>,
  death: DeathRecord | undefined,
  { today }: Pick<Moment, 'today'>,
): Refused | undefined {
  if (death === undefined) {
    const detail = "Say when the person died and who says so: no death is on the person's record.";
    return hasDied(state) ? undefined : refuse('invalid-input', detail, '/death');
  }
  return death.diedOn > today
    ? refuse('invalid-input', 'That day is still to come.', '/death/diedOn')
    : undefined;
}

/** Brings a case in step with what the person's record says of their death, or does nothing where it
 * is. The case stays open: its worker closes it when what is owed to family, carers and staff is
 * settled, and nothing is lost where the death was a mistake. A closed case takes note only if it was
 * closed because of the death, so that it may be reopened after a reversal. */
export function noteDeath(
  state: CaseState,
  death: DeathOnRecord,
  moment: Pick<Moment, 'event'>,
): CaseChange | undefined {
  if (state.death?.personEvent === death.event) return undefined;
  const isConcerned = state.status === 'open' || state.outcome === 'nfa-deceased';
  if (!isConcerned || (death.status === 'reversed' && !state.death)) return undefined;
  const { status } = death;
  return {
    type: status === 'stands' ? 'death-noted' : 'death-note-withdrawn',
    body: { personEvent: death.event },
    next: { ...state, death: { status, personEvent: death.event, event: moment.event } },
  };
}
