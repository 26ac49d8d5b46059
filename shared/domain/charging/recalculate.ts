import * as z from 'zod';
import { addDays, CivilDate, daysBetween } from '../calendar/civil-date.ts';
import { formatPounds, Pence, SignedPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { assessCharge } from './assess-charge.ts';
import type { ChargeInput } from './charge-input.ts';
import type { LocalKnobs } from './local-knobs.ts';
import type { RateBook } from './rates/rate-book.ts';

/** What has come to light about a stretch of time, and what was asked for in it. */
export interface PastCharges {
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** The facts as they are now known, each from its day; the first from the beginning on. */
  readonly facts: readonly { readonly from: CivilDate; readonly input: ChargeInput }[];
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

// Longer than the Care Act has been in force, and short enough to be worked while somebody waits.
const weeksMax = 1040;

interface Rules {
  readonly book: RateBook;
  readonly knobs: LocalKnobs;
}

/** Works the charges of the past again, week by week from the first day, each day under the facts,
 * rates and disregards of that day and worth a seventh of its week. Refuses what `assessCharge`
 * refuses, and `invalid-input` for a time that ends before it begins or has no facts. */
export function recalculateCharges(past: PastCharges, rules: Rules): Outcome<DifferenceStatement> {
  const days = daysBetween(past.from, past.until) + 1;
  if (days < 1 || days > weeksMax * 7) {
    return refuse('invalid-input', 'The time must be of one day to twenty years.', '/until');
  }
  const weeks: ChargeWeek[] = [];
  for (let day = 0; day < days; day += 7) {
    const from = addDays(past.from, day);
    const week = recalculateWeek(past, { from, days: Math.min(7, days - day) }, rules);
    if (!week.accepted) return week;
    weeks.push(week.value);
  }
  const chargedPence = weeks.reduce((sum, week) => sum + week.chargedPence, 0);
  const duePence = weeks.reduce((sum, week) => sum + week.duePence, 0);
  const differencePence = duePence - chargedPence;
  return accept({
    from: past.from,
    until: past.until,
    chargedPence,
    duePence,
    differencePence,
    summary: summaryOf(differencePence),
    weeks,
  });
}

function recalculateWeek(
  past: PastCharges,
  week: { readonly from: CivilDate; readonly days: number },
  { book, knobs }: Rules,
): Outcome<ChargeWeek> {
  let dueSevenths = 0;
  let chargedSevenths = 0;
  let rateVersion = '';
  for (let day = 0; day < week.days; day += 1) {
    const on = addDays(week.from, day);
    const input = heldOn(past.facts, on)?.input;
    if (input === undefined) {
      return refuse('invalid-input', `Nothing is known of ${on}.`, '/facts');
    }
    const charge = assessCharge({ ...input, on }, book, knobs);
    if (!charge.accepted) return charge;
    dueSevenths += charge.value.weeklyPence;
    chargedSevenths += heldOn(past.charged, on)?.weeklyPence ?? 0;
    rateVersion = charge.value.rateVersion;
  }
  const duePence = wholePence(dueSevenths);
  const chargedPence = wholePence(chargedSevenths);
  return accept({
    from: week.from,
    to: addDays(week.from, week.days - 1),
    chargedPence,
    duePence,
    differencePence: duePence - chargedPence,
    rateVersion,
  });
}

/** What held on a day: whatever began last, on it or before. */
function heldOn<T extends { readonly from: CivilDate }>(
  items: readonly T[],
  on: CivilDate,
): T | undefined {
  let held: T | undefined;
  for (const item of items) {
    if (item.from <= on && (held === undefined || item.from >= held.from)) held = item;
  }
  return held;
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
