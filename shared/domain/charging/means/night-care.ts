import { accept, type Outcome } from '../../outcome.ts';
import { partsPerPenny } from '../exact-weekly.ts';
import { paysByHomeRules, type Situation } from '../input/situation.ts';
import { type RateUsed, rateOf } from '../rates/rate-year.ts';
import type { Income } from './income.ts';

/** What a council leaves out of a benefit that is paid at its higher rate because of the night,
 * where it arranges no care at night: the gap between the two rates, never more than the benefit. */
export function nightCareParts(
  income: Income,
  all: number,
  { input, rates, knobs }: Situation,
): Outcome<{ readonly parts: number; readonly used: RateUsed } | undefined> {
  const benefits: readonly string[] = knobs.nightCareDisregard?.benefits ?? [];
  const isLeftOut =
    benefits.includes(income.kind) &&
    income.isHigherRate &&
    !input.hasNightCare &&
    paysByHomeRules(input.setting);
  if (!isLeftOut) return accept(undefined);
  const gap = rateOf(rates, 'night-care-gap');
  if (!gap.accepted) return gap;
  return accept({
    parts: Math.min(all, gap.value.pence * partsPerPenny),
    used: gap.value.used,
  });
}
