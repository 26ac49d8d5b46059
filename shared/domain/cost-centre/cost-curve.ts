import * as z from 'zod';
import { addDays, CivilDate, civilDate, daysBetween, partsOf } from '../calendar/civil-date.ts';
import { type Pence, SignedPence, scalePence, sumPence } from '../money/pence.ts';

/** What a cost centre has to bear, day by day: on which day how much a week is added or falls away, and
 * what is bought once. Changes can be added in any order, and any span of days added up exactly. */
export const CostCurve = z.strictObject({
  weekly: z.record(CivilDate, SignedPence),
  once: z.record(CivilDate, SignedPence),
});
export type CostCurve = z.infer<typeof CostCurve>;

export const noCost: CostCurve = { weekly: {}, once: {} };

/** The one curve with the other added to it, or taken from it. */
export function addCurve(curve: CostCurve, other: CostCurve, sign: 1 | -1 = 1): CostCurve {
  return {
    weekly: addDayByDay(curve.weekly, other.weekly, sign),
    once: addDayByDay(curve.once, other.once, sign),
  };
}

type ByDay = Readonly<Record<CivilDate, SignedPence>>;

function addDayByDay(days: ByDay, others: ByDay, sign: 1 | -1): Record<CivilDate, SignedPence> {
  const sums = { ...days };
  for (const [day, pence] of Object.entries(others)) {
    sums[day] = sumPence([sums[day] ?? 0, sign * pence]);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, pence]) => pence !== 0));
}

/** What the days from the first to the last cost, in pence: a fraction of a penny is rounded up once,
 * so that no commitment is shown too small. */
export function costOfDays(curve: CostCurve, first: CivilDate, last: CivilDate): Pence {
  const weekDays = Object.entries(curve.weekly)
    .filter(([day]) => day <= last)
    .map(([day, pence]) => pence * (daysBetween(day < first ? first : day, last) + 1));
  const once = Object.entries(curve.once).filter(([day]) => first <= day && day <= last);
  return sumPence([
    scalePence(sumPence(weekDays), { times: 1, over: 7 }, 'up'),
    ...once.map(([, pence]) => pence),
  ]);
}

/** A financial year, by the calendar year in which it begins on 1 April. */
export const FinancialYear = z
  .int()
  .min(2000)
  .max(2198)
  .meta({ id: 'FinancialYear', description: 'The year in which it begins, on 1 April' });

export function financialYearOf(day: CivilDate): number {
  const { year, month } = partsOf(day);
  return month < 4 ? year - 1 : year;
}

/** The first and the last day of a financial year. */
export function daysOfYear(year: number): { readonly first: CivilDate; readonly last: CivilDate } {
  return { first: civilDate(year, 4, 1), last: addDays(civilDate(year + 1, 4, 1), -1) };
}
