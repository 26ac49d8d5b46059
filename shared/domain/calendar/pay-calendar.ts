import * as z from 'zod';
import { addDays, CivilDate, civilDate, compareDates, daysBetween } from './civil-date.ts';
import { workingDayOnOrBefore } from './working-days.ts';

/** Days in a pay period: direct payments go out every four weeks, never by the month. */
const PERIOD_DAYS = 28;

/** No run of weekends and bank holidays in England and Wales is as long as this. */
const LONGEST_CLOSURE_DAYS = 7;

/** The council's pay calendar. Every period starts a whole number of four weeks from the anchor. */
export const PayCalendar = z
  .strictObject({ anchor: CivilDate.describe('The first day of any one pay period') })
  .meta({ id: 'PayCalendar' });
export type PayCalendar = z.infer<typeof PayCalendar>;

export interface PayPeriod {
  readonly start: CivilDate;
  /** The last day that the period covers, 27 days after its start. */
  readonly end: CivilDate;
  /** The day on which the money arrives: the first day, or the working day before it. */
  readonly payDate: CivilDate;
}

/** The pay period that a day belongs to; days before the anchor have periods too. */
export function periodContaining(calendar: PayCalendar, date: CivilDate): PayPeriod {
  const periodsFromAnchor = Math.floor(daysBetween(calendar.anchor, date) / PERIOD_DAYS);
  return periodStarting(addDays(calendar.anchor, periodsFromAnchor * PERIOD_DAYS));
}

/** The periods that start on or after `from` and on or before `to`, earliest first. */
export function periodsStartingBetween(
  calendar: PayCalendar,
  from: CivilDate,
  to: CivilDate,
): readonly PayPeriod[] {
  const periods: PayPeriod[] = [];
  let period = periodContaining(calendar, addDays(from, PERIOD_DAYS - 1));
  while (compareDates(period.start, to) <= 0) {
    periods.push(period);
    period = periodStarting(addDays(period.start, PERIOD_DAYS));
  }
  return periods;
}

/** The periods that start in the financial year from 1 April of `startYear` to 31 March: 13, and in
 * some years 14. A period belongs to the year it starts in, whatever day its money arrives. */
export function periodsInFinancialYear(
  calendar: PayCalendar,
  startYear: number,
): readonly PayPeriod[] {
  const from = civilDate(startYear, 4, 1);
  return periodsStartingBetween(calendar, from, civilDate(startYear + 1, 3, 31));
}

/** The periods whose pay date is after the watermark and not after today, earliest first: today's,
 * and any that were missed since the day up to which all was done. */
export function periodsToPay(
  calendar: PayCalendar,
  since: { readonly watermark: CivilDate; readonly today: CivilDate },
): readonly PayPeriod[] {
  const latestStart = addDays(since.today, LONGEST_CLOSURE_DAYS);
  return periodsStartingBetween(calendar, since.watermark, latestStart).filter(
    ({ payDate }) =>
      compareDates(payDate, since.watermark) > 0 && compareDates(payDate, since.today) <= 0,
  );
}

function periodStarting(start: CivilDate): PayPeriod {
  return { start, end: addDays(start, PERIOD_DAYS - 1), payDate: workingDayOnOrBefore(start) };
}
