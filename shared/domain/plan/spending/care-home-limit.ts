import { addDays, addYears, compareDates, daysBetween } from '../../calendar/civil-date.ts';
import type { CareHomeStay } from './care-home-stay.ts';

/** Four consecutive weeks: the longest that a direct payment may buy in a care home (SI
 * 2014/2871). */
const NIGHTS_MAX = 28;

function nightsOf(stay: CareHomeStay): number {
  return daysBetween(stay.firstNight, stay.lastNight) + 1;
}

/** Stays in order, none overlapping: two lines that pay for the same nights are one stay. */
function separateStays(stays: readonly CareHomeStay[]): CareHomeStay[] {
  const separate: CareHomeStay[] = [];
  for (const stay of [...stays].sort((a, b) => compareDates(a.firstNight, b.firstNight))) {
    const last = separate.at(-1);
    if (last === undefined || stay.firstNight > last.lastNight) separate.push(stay);
    else if (stay.lastNight > last.lastNight) {
      separate[separate.length - 1] = { ...last, lastNight: stay.lastNight };
    }
  }
  return separate;
}

/** Stays put together where the nights at home between them are fewer than the gap. */
function runsOf(stays: readonly CareHomeStay[], gapDays: number): CareHomeStay[][] {
  const runs: CareHomeStay[][] = [];
  for (const stay of separateStays(stays)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const nightsAtHome =
      last === undefined ? gapDays : daysBetween(last.lastNight, stay.firstNight) - 1;
    if (run === undefined || nightsAtHome >= gapDays) runs.push([stay]);
    else run.push(stay);
  }
  return runs;
}

/** The nights of a run that fall in the twelve months up to the end of one of its stays. */
function nightsInYearTo(run: readonly CareHomeStay[], end: CareHomeStay): number {
  const yearStart = addDays(addYears(end.lastNight, -1), 1);
  return run
    .filter((stay) => stay.lastNight >= yearStart && stay.lastNight <= end.lastNight)
    .reduce((nights, stay) => {
      const firstNight = stay.firstNight < yearStart ? yearStart : stay.firstNight;
      return nights + nightsOf({ firstNight, lastNight: stay.lastNight });
    }, 0);
}

/** Whether some nights of two stays are the same. */
export function areOneStay(one: CareHomeStay, other: CareHomeStay): boolean {
  return one.firstNight <= other.lastNight && other.firstNight <= one.lastNight;
}

/** Whether stays in a care home, with those that were bought before, go beyond four consecutive weeks in
 * twelve months. Stays with fewer than `gapDays` nights at home between them count as one; that rule of
 * short gaps is council configuration (Care and support statutory guidance, chapter 12). */
export function isBeyondFourWeeks(
  stays: readonly CareHomeStay[],
  gapDays: number,
  bought: readonly CareHomeStay[] = [],
): boolean {
  return runsOf([...stays, ...bought], gapDays)
    .filter((run) => run.some((stay) => stays.some((asked) => areOneStay(asked, stay))))
    .some((run) => run.some((stay) => nightsInYearTo(run, stay) > NIGHTS_MAX));
}
