import type { Pence } from '../money/pence.ts';
import type { DomainPoints } from './indicative-budget.ts';

/** What each domain brings to a weekly amount, by the points that count in it. A table prices the
 * points together, so that this is a share and no price: the pennies that are left over go to the
 * largest remainders, and the shares add up to the amount. Without any points nothing is shared. */
export function shareByDomain(
  weeklyPence: Pence,
  domains: readonly Pick<DomainPoints, 'remainingHundredths'>[],
): readonly Pence[] {
  const total = domains.reduce((sum, { remainingHundredths }) => sum + remainingHundredths, 0);
  if (total === 0) return domains.map(() => 0);
  const parts = domains.map(({ remainingHundredths }, place) => ({
    place,
    whole: Math.floor((weeklyPence * remainingHundredths) / total),
    remainder: (weeklyPence * remainingHundredths) % total,
  }));
  const left = weeklyPence - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = parts.toSorted((a, b) => b.remainder - a.remainder || a.place - b.place);
  const raised = new Set(first.slice(0, left).map(({ place }) => place));
  return parts.map(({ place, whole }) => whole + (raised.has(place) ? 1 : 0));
}
