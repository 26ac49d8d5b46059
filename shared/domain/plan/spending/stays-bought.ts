import { addDays, addYears, type CivilDate } from '../../calendar/civil-date.ts';
import type { LivePlan } from '../plan-state.ts';
import type { CareHomeStay } from './care-home-stay.ts';

interface StaysOnCase {
  readonly careHomeStays?: readonly CareHomeStay[];
  readonly live: Pick<LivePlan, 'buys'> | null;
}

/** The stays in care homes that direct payments have bought for somebody besides a plan that begins on a day:
 * beside earlier plans at any time, and by the live one until then. */
export function staysBoughtBesides(
  { careHomeStays = [], live }: StaysOnCase,
  day: CivilDate,
): CareHomeStay[] {
  const lastNight = addDays(day, -1);
  const byPlan = (live?.buys?.careHomeStays ?? [])
    .filter(({ firstNight }) => firstNight < day)
    .map((stay) => (stay.lastNight < day ? stay : { ...stay, lastNight }));
  return [...careHomeStays, ...byPlan];
}

/** A case whose live plan another supersedes from a day, or that ends before it: the stays that the plan has
 * bought go on to count. A year after them they limit no other stay. */
export function withStaysKept<C extends StaysOnCase>(state: C, day: CivilDate): C {
  const yearBefore = addYears(day, -1);
  const bought = staysBoughtBesides(state, day);
  const careHomeStays = bought.filter(({ lastNight }) => lastNight >= yearBefore);
  return careHomeStays.length > 0 ? { ...state, careHomeStays } : state;
}
