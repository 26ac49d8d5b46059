import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import { type PayCalendar, periodsStartingBetween } from '../calendar/pay-calendar.ts';
import { Pence, SignedPence } from '../money/pence.ts';
import { type CostCurve, costOfDays, daysOfYear, FinancialYear } from './cost-curve.ts';

const periodsAhead = 13;
const periodDays = 28;

/** How a cost centre stands in a financial year. All is cost before what people contribute. */
export const CostCentreStanding = z
  .strictObject({
    costCentreId: z.string(),
    name: z.string(),
    year: FinancialYear,
    /** Null where no limit was set for the year. */
    limitPence: Pence.nullable(),
    /** What authorised and live plans cost in the year, day by day, from its first day to its last. */
    committedPence: SignedPence,
    /** What the runs that were sent have cost so far, by the day on which the money arrived. */
    actualPence: SignedPence,
    /** The limit less the commitment; below zero where it is passed. */
    leftPence: SignedPence.nullable(),
    forecast: z.array(z.strictObject({ start: CivilDate, end: CivilDate, pence: SignedPence })),
  })
  .meta({ id: 'CostCentreStanding' });
export type CostCentreStanding = z.infer<typeof CostCentreStanding>;

interface Known {
  readonly centre: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly limitPence: Pence | null;
  readonly curve: CostCurve;
  readonly actualPence: SignedPence;
}

/** Puts together what is known of a cost centre; the forecast is of the next 13 pay periods from that
 * day on, whatever the year. */
export function stateCostCentre(
  { centre, year, limitPence, curve, actualPence }: Known,
  about: { readonly calendar: PayCalendar; readonly today: CivilDate },
): CostCentreStanding {
  const { first, last } = daysOfYear(year);
  const committedPence = costOfDays(curve, first, last);
  const ahead = addDays(about.today, periodsAhead * periodDays - 1);
  return {
    costCentreId: centre.id,
    name: centre.name,
    year,
    limitPence,
    committedPence,
    actualPence,
    leftPence: limitPence === null ? null : limitPence - committedPence,
    forecast: periodsStartingBetween(about.calendar, about.today, ahead).map(({ start, end }) => ({
      start,
      end,
      pence: costOfDays(curve, start, end),
    })),
  };
}
