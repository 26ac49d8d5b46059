import { addDays, type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { Pence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { assessCharge } from './assess-charge.ts';
import type { ChargeInput } from './input/charge-input.ts';
import type { LocalKnobs } from './local/local-knobs.ts';
import type { RateBook } from './rates/rate-book.ts';

/** The amounts and the council's own rules that charges are worked by. */
export interface ChargeRules {
  readonly book: RateBook;
  readonly knobs: LocalKnobs;
}

/** The facts as they are known, from a day on. */
export interface FactsFrom {
  readonly from: CivilDate;
  readonly input: ChargeInput;
}

/** A charge that holds from a day until the next one does. */
export interface ChargeFrom {
  readonly from: CivilDate;
  readonly weeklyPence: Pence;
  readonly mostWeeklyPence: Pence | null;
  readonly rateVersion: string;
}

// Longer than the Care Act has been in force, and short enough to be worked while somebody waits.
const daysMax = 1040 * 7;

/** The charges of a stretch of time, each from its day, each day under the facts, rates and
 * disregards of that day. Refuses what `assessCharge` refuses, and `invalid-input` for a time that
 * ends before it begins or has no facts. */
export function chargesOver(
  facts: readonly FactsFrom[],
  time: { readonly from: CivilDate; readonly until: CivilDate },
  { book, knobs }: ChargeRules,
): Outcome<readonly ChargeFrom[]> {
  const days = daysBetween(time.from, time.until) + 1;
  if (days < 1 || days > daysMax) {
    return refuse('invalid-input', 'The time must be of one day to twenty years.', '/until');
  }
  const charges: ChargeFrom[] = [];
  for (let day = 0; day < days; day += 1) {
    const on = addDays(time.from, day);
    const input = heldOn(facts, on)?.input;
    if (input === undefined) return refuse('invalid-input', `Nothing is known of ${on}.`, '/facts');
    const charge = assessCharge({ ...input, on }, book, knobs);
    if (!charge.accepted) return charge;
    const { weeklyPence, mostWeeklyPence, rateVersion } = charge.value;
    const next = { from: on, weeklyPence, mostWeeklyPence, rateVersion };
    if (!isSame(charges.at(-1), next)) charges.push(next);
  }
  return accept(charges);
}

function isSame(one: ChargeFrom | undefined, other: ChargeFrom): boolean {
  return (
    one?.weeklyPence === other.weeklyPence &&
    one.mostWeeklyPence === other.mostWeeklyPence &&
    one.rateVersion === other.rateVersion
  );
}

/** What held on a day: whatever began last, on it or before. */
export function heldOn<T extends { readonly from: CivilDate }>(
  items: readonly T[],
  on: CivilDate,
): T | undefined {
  let held: T | undefined;
  for (const item of items) {
    if (item.from <= on && (held === undefined || item.from >= held.from)) held = item;
  }
  return held;
}
