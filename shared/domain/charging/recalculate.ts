import * as z from 'zod';
import { addDays, CivilDate, daysBetween } from '../calendar/civil-date.ts';
import { formatPounds, Pence, SignedPence } from '../money/pence.ts';
import { accept, type Outcome } from '../outcome.ts';
import {
  type ChargeFrom,
  type ChargeRules,
  chargesOver,
  type FactsFrom,
  heldOn,
} from './charge-over-time.ts';

/** What has come to light about a stretch of time, and what was asked for in it. */
export interface PastCharges {
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** The facts as they are now known, each from its day; the first from the beginning on. */
  readonly facts: readonly FactsFrom[];
  /** The weekly charges that were asked for, each from its day; none before the first. */
  readonly charged: readonly { readonly from: CivilDate; readonly weeklyPence: Pence }[];
}

const Difference = { chargedPence: Pence, duePence: Pence, differencePence: SignedPence };

const ChargeWeek = z.strictObject({
  from: CivilDate,
  to: CivilDate,
  ...Difference,
  rateVersion: z.string(),
});
type ChargeWeek = z.infer<typeof ChargeWeek>;

/** What was asked for and what was due, week by week. A difference above nothing is more for the
 * person to pay, and one below it is theirs to have back. */
export const DifferenceStatement = z
  .strictObject({
    from: CivilDate,
    until: CivilDate,
    ...Difference,
    summary: z.string(),
    weeks: z.array(ChargeWeek),
  })
  .meta({ id: 'DifferenceStatement' });
export type DifferenceStatement = z.infer<typeof DifferenceStatement>;

/** Works the charges of the past again, week by week from the first day, each day under the facts,
 * rates and disregards of that day and worth a seventh of its week. Refuses what `assessCharge`
 * refuses, and `invalid-input` for a time that ends before it begins or has no facts. */
export function recalculateCharges(
  past: PastCharges,
  rules: ChargeRules,
): Outcome<DifferenceStatement> {
  const due = chargesOver(past.facts, past, rules);
  return due.accepted ? accept(compareCharges(past, due.value)) : due;
}

/** What was asked for and what is due, by the week from the first day, each day worth a seventh of
 * its week. */
export function compareCharges(
  { from: first, until, charged }: Omit<PastCharges, 'facts'>,
  due: readonly ChargeFrom[],
): DifferenceStatement {
  const days = daysBetween(first, until) + 1;
  const weeks: ChargeWeek[] = [];
  for (let day = 0; day < days; day += 7) {
    const from = addDays(first, day);
    weeks.push(compareWeek({ charged, due }, { from, days: Math.min(7, days - day) }));
  }
  const chargedPence = weeks.reduce((sum, week) => sum + week.chargedPence, 0);
  const duePence = weeks.reduce((sum, week) => sum + week.duePence, 0);
  const differencePence = duePence - chargedPence;
  return {
    from: first,
    until,
    chargedPence,
    duePence,
    differencePence,
    summary: summaryOf(differencePence),
    weeks,
  };
}

function compareWeek(
  { charged, due }: { charged: PastCharges['charged']; due: readonly ChargeFrom[] },
  week: { readonly from: CivilDate; readonly days: number },
): ChargeWeek {
  let dueSevenths = 0;
  let chargedSevenths = 0;
  let rateVersion = '';
  for (let day = 0; day < week.days; day += 1) {
    const on = addDays(week.from, day);
    const held = heldOn(due, on);
    dueSevenths += held?.weeklyPence ?? 0;
    chargedSevenths += heldOn(charged, on)?.weeklyPence ?? 0;
    rateVersion = held?.rateVersion ?? rateVersion;
  }
  const duePence = wholePence(dueSevenths);
  const chargedPence = wholePence(chargedSevenths);
  return {
    from: week.from,
    to: addDays(week.from, week.days - 1),
    chargedPence,
    duePence,
    differencePence: duePence - chargedPence,
    rateVersion,
  };
}

/** Sevenths as whole pence, a fraction in the person's favour (SI 2014/2672 reg 11). */
function wholePence(sevenths: number): Pence {
  return (sevenths - (sevenths % 7)) / 7;
}

function summaryOf(differencePence: number): string {
  if (differencePence === 0) return 'You have paid what was due.';
  const pounds = formatPounds(Math.abs(differencePence));
  return differencePence > 0
    ? `${pounds} more is due. You can ask to pay it in parts, and your care goes on.`
    : `You were asked for ${pounds} too much. It is yours to have back.`;
}
