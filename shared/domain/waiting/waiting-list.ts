import type { CivilDate } from '../calendar/civil-date.ts';
import type { Waiting } from './waiting-state.ts';

/** A referral: the wait begins, and whoever refers has just looked at the risk. */
export function beginWaiting(today: CivilDate): Waiting {
  return { since: today, riskCheckedOn: today, isReCheckAsked: false };
}
