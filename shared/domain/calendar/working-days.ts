import { isBankHoliday, isWeekend } from './bank-holidays.ts';
import { addDays, type CivilDate, compareDates, daysBetween } from './civil-date.ts';

/** Whether the day is neither a weekend nor a bank holiday of England and Wales. */
export function isWorkingDay(date: CivilDate): boolean {
  return !isWeekend(date) && !isBankHoliday(date);
}

/** The day that is so many working days later; the day itself is never counted. Working days may be
 * negative, to count back. 0 gives the same day even when it is not a working day. */
export function addWorkingDays(date: CivilDate, workingDays: number): CivilDate {
  const step = workingDays < 0 ? -1 : 1;
  let at = date;
  let left = Math.abs(workingDays);
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** The day itself when it is a working day, else the last working day before it. */
export function workingDayOnOrBefore(date: CivilDate): CivilDate {
  return isWorkingDay(date) ? date : addWorkingDays(date, -1);
}

/** How many working days have passed by the end of `to` since `from`, whose own day is not counted;
 * negative when `to` is earlier. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  if (compareDates(from, to) > 0) return -countWorkingDays(addDays(to, -1), addDays(from, -1));
  return countWorkingDays(from, to);
}

function countWorkingDays(after: CivilDate, upTo: CivilDate): number {
  let count = 0;
  for (let day = 1; day <= daysBetween(after, upTo); day += 1) {
    if (isWorkingDay(addDays(after, day))) count += 1;
  }
  return count;
}
