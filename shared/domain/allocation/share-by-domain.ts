import { apportion } from '../money/apportion.ts';
import type { Pence } from '../money/pence.ts';
import type { DomainPoints } from './indicative-budget.ts';

/** What each domain brings to a weekly amount, by the points that count in it. A table prices the
 * points together, so that this is a share and no price. */
export function shareByDomain(
  weeklyPence: Pence,
  domains: readonly Pick<DomainPoints, 'remainingHundredths'>[],
): readonly Pence[] {
  return apportion(
    weeklyPence,
    domains.map(({ remainingHundredths }) => remainingHundredths),
  );
}
