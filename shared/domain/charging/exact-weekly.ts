import type { Pence } from '../money/pence.ts';
import type { Frequency } from '../money/weekly-amounts.ts';

/** Weekly money in parts of a penny, always a whole number of them: 10,400 to the penny, so that a
 * week's share of any frequency, half of it and any whole percentage of that are exact. A fraction
 * of a penny is rounded once, at the end (SI 2014/2672 reg 11). */
export const partsPerPenny = 10_400;

const partsInPennyEvery = {
  week: 10_400,
  'four-weeks': 2600,
  // Twelve months are 52 weeks: 10,400 x 12 / 52.
  'calendar-month': 2400,
  year: 200,
} satisfies Record<Frequency, number>;

/** A week's share of an amount, in parts. */
export function weeklyParts(pence: Pence, every: Frequency): number {
  return pence * partsInPennyEvery[every];
}

/** A whole percentage of an amount in parts. It is exact for sums of `weeklyParts` and halves of
 * them, all of which are hundreds of parts. */
export function percentOfParts(parts: number, percent: number): number {
  return (parts / 100) * percent;
}

/** Whole pence, a fraction left out: what a person receives or is charged. */
export function penceDown(parts: number): number {
  const over = ((parts % partsPerPenny) + partsPerPenny) % partsPerPenny;
  return (parts - over) / partsPerPenny;
}

/** Whole pence, a fraction made up to one: what is taken off before a person is charged. */
export function penceUp(parts: number): number {
  // Minus zero is not an amount.
  return 0 - penceDown(-parts);
}
