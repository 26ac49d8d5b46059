import type { Pence } from '../money/pence.ts';

/** What each of several people bears of a visit or a cost that they share, in pence. The shares are
 * equal but for odd pennies, which fall to the first of them, and always add up to the invoice.
 * Throws when nobody shares it. */
export function splitSharedCost(pence: Pence, people: number): readonly Pence[] {
  if (people < 1) throw new RangeError('A cost is shared by at least one person');
  const odd = pence % people;
  const each = (pence - odd) / people;
  return Array.from({ length: people }, (_, place) => (place < odd ? each + 1 : each));
}
