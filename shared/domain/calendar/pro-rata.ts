import { scalePence } from '../money/pence.ts';
import { addDays, type CivilDate, compareDates, daysBetween } from './civil-date.ts';
import type { PayPeriod } from './pay-calendar.ts';

/** What four weeks are worth, in pence: four times the weekly amount. */
export function fourWeeklyPence(weeklyPence: number): number {
  return weeklyPence * 4;
}

/** What part of a pay period is worth, in pence, for the days from `from` to `to`, both included.
 * Each day is a seventh of the week. The amount owed by the end of any day is rounded up to a
 * penny, and a part is the difference between two such amounts; so parts that adjoin always add up
 * to the whole period, which is exactly four weeks, and an odd penny falls to the earlier part.
 * Throws when the part is not within the period: which days to pay is the caller's to know. */
export function partPeriodPence(
  weeklyPence: number,
  period: Pick<PayPeriod, 'start' | 'end'>,
  part: { readonly from: CivilDate; readonly to: CivilDate },
): number {
  const isWithin =
    compareDates(period.start, part.from) <= 0 &&
    compareDates(part.from, part.to) <= 0 &&
    compareDates(part.to, period.end) <= 0;
  if (!isWithin) {
    throw new RangeError(
      `${part.from} to ${part.to} is not within ${period.start} to ${period.end}`,
    );
  }
  const owedBefore = owedPence(weeklyPence, daysBetween(period.start, part.from));
  const owedAfter = owedPence(weeklyPence, daysBetween(period.start, addDays(part.to, 1)));
  return owedAfter - owedBefore;
}

function owedPence(weeklyPence: number, days: number): number {
  return scalePence(weeklyPence, { times: days, over: 7 }, 'up');
}
