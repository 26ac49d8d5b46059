import * as z from 'zod';
import { addDays, type CivilDate, civilDate, dayOfWeek, partsOf, weekdays } from './civil-date.ts';

const HOUR_MS = 3_600_000;

/** The first year in which the present summer time rule held in the United Kingdom. */
const RULE_SINCE = 1996;

/** A moment in time, written in UTC. */
export const Instant = z.iso
  .datetime()
  .meta({ id: 'Instant', description: 'A moment in UTC', examples: ['2026-04-06T08:30:00.000Z'] });
export type Instant = z.infer<typeof Instant>;

/** The day it is in Europe/London at that moment. Throws for a moment before 1996, when summer time
 * still ended on another Sunday. */
export function civilDateInLondon(instant: Instant): CivilDate {
  const at = Date.parse(instant);
  requireKnownRule(new Date(at).getUTCFullYear());
  return new Date(at + londonOffsetMs(at)).toISOString().slice(0, 10);
}

/** The time that the clocks in London show at that moment, as `HH:MM`. */
export function timeInLondon(instant: Instant): string {
  const at = Date.parse(instant);
  requireKnownRule(new Date(at).getUTCFullYear());
  return new Date(at + londonOffsetMs(at)).toISOString().slice(11, 16);
}

/** The moment at which the clocks in London show that day and time (`HH:MM`, by default the start
 * of the day). A time that spring skips is read an hour later; one that autumn repeats is its
 * first. Throws for a day before 1996. */
export function instantInLondon(date: CivilDate, time = '00:00'): Instant {
  requireKnownRule(partsOf(date).year);
  const shown = Date.parse(`${date}T${time}:00.000Z`);
  const inSummerTime = shown - HOUR_MS;
  const at = londonOffsetMs(inSummerTime) === HOUR_MS ? inSummerTime : shown;
  return new Date(at).toISOString();
}

/** Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
 * October (Summer Time Act 1972 s1, as amended by SI 2002/262). */
function londonOffsetMs(at: number): number {
  const year = new Date(at).getUTCFullYear();
  const isSummer =
    at >= oneOClockUtc(lastSunday(year, 3)) && at < oneOClockUtc(lastSunday(year, 10));
  return isSummer ? HOUR_MS : 0;
}

function requireKnownRule(year: number): void {
  if (year < RULE_SINCE) {
    throw new RangeError(`The summer time rule is known from ${RULE_SINCE}, not in ${year}`);
  }
}

function lastSunday(year: number, month: number): CivilDate {
  const lastDay = civilDate(year, month + 1, 0);
  const daysPastSunday = (weekdays.indexOf(dayOfWeek(lastDay)) + 1) % 7;
  return addDays(lastDay, -daysPastSunday);
}

function oneOClockUtc(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day, 1);
}
