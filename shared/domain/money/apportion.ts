import type { Pence } from './pence.ts';

/** An amount shared out by weights, in whole pence: the pennies that are left over go to the largest
 * remainders, the earlier first, so that the shares always add up to the amount. Where no weight is
 * above 0 nothing is shared. */
export function apportion(pence: Pence, weights: readonly number[]): readonly Pence[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const parts = weights.map((weight, place) => ({
    place,
    whole: Math.floor((pence * weight) / total),
    remainder: (pence * weight) % total,
  }));
  const left = pence - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = parts.toSorted((a, b) => b.remainder - a.remainder || a.place - b.place);
  const raised = new Set(first.slice(0, left).map(({ place }) => place));
  return parts.map(({ place, whole }) => whole + (raised.has(place) ? 1 : 0));
}
