import type { CivilDate } from '../../calendar/civil-date.ts';
import { formatPounds } from '../../money/pence.ts';
import type { Refusal } from '../../outcome.ts';
import { holdsOn, type Offer } from '../../provider/offer.ts';
import type { PlanLine } from '../plan-line.ts';

/** What a provider offers, as far as plans are priced by it. */
export interface ProviderOffers {
  readonly providerId: string;
  readonly name: string;
  readonly cqcLocationId?: string;
  readonly offers: readonly Offer[];
}

/** The lines whose price is not the one of the offer that they name, or whose offer cannot be had on the
 * day on which the budget is meant to start, or that name another supporter than whoever makes the offer;
 * each refused as `offer-differs`. Another price stands where the line says why. */
export function offerFaults(
  lines: readonly PlanLine[],
  providers: readonly ProviderOffers[],
  on: CivilDate,
): Refusal[] {
  return lines.flatMap((line, place) => faultsOf(line, { at: `/lines/${place}`, providers, on }));
}

interface Asked {
  readonly at: string;
  readonly providers: readonly ProviderOffers[];
  readonly on: CivilDate;
}

function faultsOf(line: PlanLine, { at, providers, on }: Asked): Refusal[] {
  const { offer: named, component, unit, unitPence } = line;
  if (named === undefined) return [];
  const provider = providers.find(({ providerId }) => providerId === named.providerId);
  const offer = provider?.offers.find(({ id }) => id === named.offerId);
  const fault = (detail: string, field: string): Refusal[] => [
    { kind: 'offer-differs', detail, pointer: `${at}/${field}` },
  ];
  if (!provider || !offer) return fault('No provider makes this offer.', 'offer');
  if (!holdsOn(offer, on)) return fault(`This offer does not hold on ${on}.`, 'offer');
  if (offer.component !== component || offer.unit !== unit) {
    return fault(`The offer is ${offer.component} by the ${offer.unit}.`, 'offer');
  }
  const other = otherSupporter(line.supporter, provider);
  if (other) return fault(`The offer is made by ${provider.name}.`, `supporter/${other}`);
  if (offer.unitPence === unitPence || named.whyAnotherPrice !== undefined) return [];
  const detail = `The offer is ${formatPounds(offer.unitPence)} each, not ${formatPounds(unitPence)}: say why.`;
  return fault(detail, 'offer/whyAnotherPrice');
}

/** Which field names somebody else than the provider who makes the offer, and would be ordered from and
 * paid. */
function otherSupporter(
  supporter: PlanLine['supporter'],
  { name, cqcLocationId: location }: ProviderOffers,
): 'kind' | 'name' | 'cqcLocationId' | undefined {
  if (supporter.kind !== 'provider') return 'kind';
  if (plain(supporter.name) !== plain(name)) return 'name';
  const { cqcLocationId = location } = supporter;
  return location === undefined || cqcLocationId === location ? undefined : 'cqcLocationId';
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
