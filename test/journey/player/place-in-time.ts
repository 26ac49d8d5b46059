import { daysBetween } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon, instantInLondon } from '#shared/domain/calendar/london-time.ts';
import { moveDay } from './fill.ts';
import type { Story } from './story.ts';

// What starting a service takes: a story is not late by that.
const startsWithinMs = 10 * 60 * 1000;

/** The instant of a step's `on`, moved by so many days. */
export function instantOf(on: string, shiftDays: number): number {
  const [day = '', time = ''] = on.split(' ');
  return Date.parse(instantInLondon(moveDay(day, shiftDays), time));
}

/** By how many days a story moves to be played on a service whose time it is; nothing where it cannot
 * be. With a clock it moves to the same day of a week to come, without one to this very day. */
export function shiftFor(
  { steps, inItsTime }: Story,
  now: number,
  hasClock: boolean,
): number | undefined {
  const starts = instantOf(steps[0]?.on ?? '', 0);
  if (hasClock && now <= starts + startsWithinMs) return 0;
  if (inItsTime) return undefined;
  const dayOf = (instant: number) => civilDateInLondon(new Date(instant).toISOString());
  const days = daysBetween(dayOf(starts), dayOf(now));
  // A week to come where the clock can go there, because this day's time may have gone by.
  return hasClock ? (Math.floor(days / 7) + 1) * 7 : days;
}
