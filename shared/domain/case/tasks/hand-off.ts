import type { CivilDate } from '../../calendar/civil-date.ts';
import type { CaseState } from '../case-state.ts';

/** Who takes a case on: a team, and a worker of it or nobody yet. */
export interface TakenOnBy {
  readonly team: string;
  readonly worker: string | null;
}

/** Gives a case to a team and perhaps a worker: the one way in which either changes. Councils count
 * hand-offs because people notice every one. From the first worker on, each change of team or worker
 * counts once: a case that goes to another team and gets its worker there later has been handed off
 * one time, and one that waits in its team between two workers likewise. */
export function handOff<S extends CaseState>(state: S, to: TakenOnBy, on: CivilDate): S {
  const { held } = state;
  const moved = { ...state, team: to.team, allocatedTo: to.worker };
  if (held === null) {
    if (to.worker === null) return moved;
    return { ...moved, held: { team: to.team, worker: to.worker, since: on } };
  }
  const changesTeam = held.team !== to.team;
  const changesWorker = held.worker !== null && to.worker !== null && held.worker !== to.worker;
  // A case that only goes back to its team is still remembered as the last worker's.
  const worker = changesTeam ? to.worker : (to.worker ?? held.worker);
  const isSame = !changesTeam && held.worker === worker;
  return {
    ...moved,
    handOffs: state.handOffs + (changesTeam || changesWorker ? 1 : 0),
    held: { team: to.team, worker, since: isSame ? held.since : on },
  };
}
