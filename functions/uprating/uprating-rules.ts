import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import type { UpratingRules } from '#shared/domain/uprating/uprate-charge.ts';
import type { UpratingState } from '#shared/domain/uprating/uprating-state.ts';
import type { Ports } from '../ports.ts';

/** What each charge of an uprating is worked by. */
export async function rulesOf(
  { terms, oldRateVersion, newRateVersion }: UpratingState,
  { council }: Pick<Ports, 'council'>,
): Promise<UpratingRules> {
  const book = await loadChargingRates();
  return { terms, oldRateVersion, newRateVersion, book, knobs: council.charging.local };
}
