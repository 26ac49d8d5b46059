import { instantInLondon } from '#shared/domain/calendar/london-time.ts';
import { moveDay } from './fill.ts';
import type { Story } from './story.ts';

const dayMs = 24 * 60 * 60 * 1000;
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
  const days = (now - starts) / dayMs;
  return hasClock ? Math.ceil(days / 7) * 7 : Math.round(days);
}
