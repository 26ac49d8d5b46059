import type { CivilDate } from '../calendar/civil-date.ts';
import { dueAfter, type TimeLimit } from '../calendar/time-limit.ts';
import type { Priority } from './priority.ts';
import type { Waiting } from './waiting-state.ts';

/** How long the risk of a wait may go unlooked at, by priority. */
export type RiskReChecks = Readonly<Record<Priority, TimeLimit>>;

/** A referral: the wait begins, and whoever refers has just looked at the risk. */
export function beginWaiting(today: CivilDate): Waiting {
  return { since: today, riskCheckedOn: today, reCheckAsked: null };
}

/** The day by which somebody looks at the risk again. */
export function reCheckDueOn(
  { riskCheckedOn }: Pick<Waiting, 'riskCheckedOn'>,
  priority: Priority | null,
  limits: RiskReChecks,
): CivilDate {
  // What nobody has given a priority may be the most urgent of all.
  return dueAfter(riskCheckedOn, limits[priority ?? 'red']);
}
