import * as z from 'zod';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { ServiceComponent } from '../../../domain/plan/spending/service-component.ts';
import { holdsOn, Offer } from '../../../domain/provider/offer.ts';
import { CqcLocationId, type ProviderState } from '../../../domain/provider/provider-state.ts';
import type { Key, Table, TableWrite } from '../../table/table.ts';

/** An offer of the market, with who makes it. */
export const MarketOffer = z
  .strictObject({
    ...Offer.shape,
    providerId: z.string(),
    providerName: z.string(),
    cqcLocationId: CqcLocationId.exactOptional(),
  })
  .meta({ id: 'MarketOffer' });
export type MarketOffer = z.infer<typeof MarketOffer>;

const StoredOffer = MarketOffer.strip();

/** No council has more for one kind of support; of more, the cheapest are looked at. */
const offersOfComponentMax = 1_000;

function partitionOf(component: ServiceComponent): string {
  return `OFFERS#${component}`;
}

// In the order of the price, so that the cheapest is read first.
function keyOf(providerId: string, { component, unitPence, id }: Offer): Key {
  const price = String(unitPence).padStart(10, '0');
  return { pk: partitionOf(component), sk: `${price}#${providerId}#${id}` };
}

/** Puts what a provider offers in sight of those who plan, and takes away what it no longer offers. */
export function offersWrites(
  providerId: string,
  before: readonly Offer[],
  { name, cqcLocationId, offers }: ProviderState,
): readonly TableWrite[] {
  const keys = new Set(
    offers.map((offer) => keyOf(providerId, offer)).map(({ pk, sk }) => pk + sk),
  );
  const gone = before
    .map((offer) => keyOf(providerId, offer))
    .filter(({ pk, sk }) => !keys.has(pk + sk));
  const location = cqcLocationId === undefined ? {} : { cqcLocationId };
  return [
    ...gone.map((key) => ({ delete: key })),
    ...offers.map((offer) => ({
      put: {
        ...keyOf(providerId, offer),
        schema: 1,
        ...offer,
        providerId,
        providerName: name,
        ...location,
      },
    })),
  ];
}

/** The offers of one kind of support that hold on a day, the cheapest first. */
export async function offersOn(
  table: Table,
  component: ServiceComponent,
  day: CivilDate,
): Promise<readonly MarketOffer[]> {
  const { items } = await table.query({ pk: partitionOf(component), limit: offersOfComponentMax });
  return items.map((item) => StoredOffer.parse(item)).filter((offer) => holdsOn(offer, day));
}
