import * as z from 'zod';

const DAY_MS = 86_400_000;

/** A day as people write it in a diary: no time and no zone, read as a day in Europe/London. */
export const CivilDate = z.iso
  .date()
  .regex(/^(?:1[89]|2[01])\d\d-/, 'The year must be from 1800 to 2199.')
  .meta({
    id: 'CivilDate',
    description: 'A day in Europe/London',
    format: 'date',
    examples: ['2026-04-06'],
  });
export type CivilDate = z.infer<typeof CivilDate>;

/** A day of the week, Monday first, as ISO 8601 numbers them. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** The year, month (1 to 12) and day of a civil date. */
export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** The civil date of a year, month (1 to 12) and day; a day past the month's end runs on. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The date so many days later, or earlier when `days` is negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The date so many weeks of seven days later, or earlier when `weeks` is negative. */
export function addWeeks(date: CivilDate, weeks: number): CivilDate {
  return addDays(date, weeks * 7);
}

/** The same day so many calendar months later (earlier when negative). Where the month is too short
 * the answer is its last day: one month after 31 January is 28 or 29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const toYear = Math.floor(monthIndex / 12);
  const toMonth = monthIndex - toYear * 12 + 1;
  return civilDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** Whole days from one date to another: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Negative when `a` is the earlier, positive when it is the later, 0 on the same day; sorts
 * dates. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return dayNumber(a) - dayNumber(b);
}

/** The day of the week. */
export function dayOfWeek(date: CivilDate): Weekday {
  return weekdays[(((dayNumber(date) + 3) % 7) + 7) % 7] ?? 'monday';
}

/** Age in whole years, negative before birth. A birthday is reached at the start of its day (Family
 * Law Reform Act 1969 s9); someone born on 29 February reaches it on 1 March in a common year. */
export function ageOn(birthDate: CivilDate, on: CivilDate): number {
  const years = partsOf(on).year - partsOf(birthDate).year;
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** How many days the month (1 to 12) has. */
function daysInMonth(year: number, month: number): number {
  return partsOf(civilDate(year, month + 1, 0)).day;
}

function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function fromDayNumber(days: number): CivilDate {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}
