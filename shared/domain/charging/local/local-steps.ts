import { formatPounds, type Pence } from '../../money/pence.ts';
import type { ChargeLine } from '../charge.ts';
import { partsPerPenny, penceDown, percentOfParts } from '../exact-weekly.ts';
import type { LocalKnobs } from './local-knobs.ts';

interface Asked {
  readonly pence: Pence;
  readonly lines: readonly ChargeLine[];
}

/** From what is left over to what is asked for, in the order of the rules: not below nothing, then
 * the council's percentage, its most and its least, and last a fraction of a penny left out.
 * `shownPence` is what the lines before add up to. */
export function askFor(leftParts: number, shownPence: number, knobs: LocalKnobs): Asked {
  const lines: ChargeLine[] = [];
  let pence = shownPence;
  const step = (parts: number, label: string, law: string) => {
    const next = penceDown(parts);
    if (next !== pence) lines.push(resultLine(label, next, next - pence, law));
    pence = next;
    return parts;
  };
  let parts =
    leftParts > 0
      ? step(leftParts, 'Fractions of a penny in the lines above, together', 'SI 2014/2672 reg 11')
      : step(0, 'Nothing is left over to pay from', 'Care Act 2014 s14(7)');
  const { disposableIncomePercent: percent, weeklyMaximumPence, minimumCollectedPence } = knobs;
  if (percent !== undefined) {
    const label = `The council asks for ${percent}% of what is left over`;
    parts = step(percentOfParts(parts, percent), label, 'council policy');
  }
  if (weeklyMaximumPence !== undefined && parts > weeklyMaximumPence * partsPerPenny) {
    const label = `The council asks nobody for more than ${formatPounds(weeklyMaximumPence)}`;
    parts = step(weeklyMaximumPence * partsPerPenny, label, 'council policy');
  }
  if (minimumCollectedPence !== undefined && parts < minimumCollectedPence * partsPerPenny) {
    const label = `The council collects nothing below ${formatPounds(minimumCollectedPence)}`;
    step(0, label, 'council policy');
  }
  return { pence, lines };
}

/** A line that leads from what was worked so far to `statedPence`. */
export function resultLine(
  label: string,
  statedPence: Pence,
  countedPence: number,
  law: string,
): ChargeLine {
  return { section: 'result', label, statedPence, countedPence, law };
}
