import * as z from 'zod';
import { isBankHoliday } from './bank-holidays.ts';
import { addDays, type CivilDate, dayOfWeek, type Weekday, weekdays } from './civil-date.ts';
import { civilDateInLondon, type Instant, timeInLondon } from './london-time.ts';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00');

/** When an office answers, in London. It is closed on the bank holidays of England and Wales. */
export const OfficeHours = z
  .array(
    z
      .strictObject({
        days: z.array(z.enum(weekdays)).min(1).max(7),
        from: TimeOfDay,
        until: TimeOfDay,
      })
      .refine(({ from, until }) => from < until, 'closes before it opens'),
  )
  .min(1)
  .max(7);
export type OfficeHours = z.infer<typeof OfficeHours>;

/** Whether the office answers at that moment; at the minute at which it closes it does not. */
export function isOpenAt(hours: OfficeHours, instant: Instant): boolean {
  const time = timeInLondon(instant);
  const today = hoursOn(hours, civilDateInLondon(instant));
  return today.some(({ from, until }) => from <= time && time < until);
}

/** The first day on which somebody is there after that moment: the day itself until the office has
 * closed on it. */
export function dayOfAnswer(hours: OfficeHours, instant: Instant): CivilDate {
  let date = civilDateInLondon(instant);
  const time = timeInLondon(instant);
  if (hoursOn(hours, date).some(({ until }) => time < until)) return date;
  // Every office opens on some day of the week, and bank holidays never fill two weeks.
  do date = addDays(date, 1);
  while (hoursOn(hours, date).length === 0);
  return date;
}

function hoursOn(hours: OfficeHours, date: CivilDate): OfficeHours {
  const day = dayOfWeek(date);
  return isBankHoliday(date) ? [] : hours.filter(({ days }) => days.includes(day));
}

/** The hours as people read them: `Monday to Friday, 8.30am to 5pm`. */
export function hoursInWords(hours: OfficeHours): string {
  return hours
    .map(({ days, from, until }) => `${daysInWords(days)}, ${inWords(from)} to ${inWords(until)}`)
    .join('; ');
}

function daysInWords(days: readonly Weekday[]): string {
  const inOrder = weekdays.filter((day) => days.includes(day));
  const names = inOrder.map((day) => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`);
  const places = inOrder.map((day) => weekdays.indexOf(day));
  const span = (places.at(-1) ?? 0) - (places[0] ?? 0);
  const isRun = inOrder.length > 2 && span === inOrder.length - 1;
  return isRun ? `${names[0]} to ${names.at(-1)}` : names.join(' and ');
}

function inWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const past = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${past}${hour < 12 ? 'am' : 'pm'}`;
}
