import type { CaseState } from '../case/case-state.ts';
import type { Moment } from '../case/change.ts';
import { type Refused, refuse } from '../outcome.ts';
import { type Questioned, withSecondLook } from './second-look.ts';

/** Whoever took a decision that was set aside does not take it again: refuses `same-person`. */
export function refusalToDecideAgain(
  { secondLooks }: CaseState,
  about: Questioned,
  { actor }: Moment,
): Refused | undefined {
  const look = secondLooks?.[about];
  return look?.status === 'decide-again' && look.decidedBy === actor.id
    ? refuse('same-person', 'Your decision was set aside: somebody else must decide this time.')
    : undefined;
}

/** The case once a decision that was set aside has been taken anew. */
export function decidedAgain<S extends CaseState>(state: S, about: Questioned): S {
  const look = state.secondLooks?.[about];
  return look?.status === 'decide-again'
    ? withSecondLook(state, about, { ...look, status: 'changed' })
    : state;
}
