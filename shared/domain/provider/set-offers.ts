import * as z from 'zod';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { Offer } from './offer.ts';
import { offersMax, type ProviderDecision, type ProviderState } from './provider-state.ts';

export const Offers = z
  .strictObject({ offers: z.array(Offer).max(offersMax) })
  .meta({ id: 'Offers' });
export type Offers = z.infer<typeof Offers>;

/** Sets all that a provider offers. A price that holds already is not changed behind those who planned
 * with it: it is ended, today at the earliest, and another offer begins. What has ended may be left out.
 * Refuses `invalid-input` for an id that is named twice, days in the wrong order, or an offer that holds
 * and comes out otherwise. */
export function setOffers(
  provider: ProviderState,
  { offers }: Offers,
  { today }: Moment,
): ProviderDecision {
  for (const [place, offer] of offers.entries()) {
    const pointer = `/offers/${place}`;
    const wrong =
      refusalOfItself(offer, offers, pointer) ??
      refusalOfChange(offer, held(provider.offers, offer), { today, pointer });
    if (wrong) return wrong;
  }
  const missing = provider.offers.find(
    (offer) => hasBegun(offer, today) && !hasEnded(offer, today) && !held(offers, offer),
  );
  if (missing) {
    const detail = `The offer ${missing.id} holds: end it with a last day.`;
    return refuse('invalid-input', detail, '/offers');
  }
  return accept({ type: 'offers-set', body: { offers }, next: { ...provider, offers } });
}

function held(offers: readonly Offer[], { id }: Offer): Offer | undefined {
  return offers.find((offer) => offer.id === id);
}

function hasBegun({ from }: Offer, today: CivilDate): boolean {
  return from <= today;
}

function hasEnded({ until }: Offer, today: CivilDate): boolean {
  return until !== undefined && until < today;
}

function refusalOfItself(
  offer: Offer,
  offers: readonly Offer[],
  pointer: string,
): Refused | undefined {
  if (offers.filter(({ id }) => id === offer.id).length > 1) {
    return refuse('invalid-input', 'Each offer has an id of its own.', `${pointer}/id`);
  }
  return offer.until !== undefined && offer.until < offer.from
    ? refuse('invalid-input', 'The last day is before the first.', `${pointer}/until`)
    : undefined;
}

function refusalOfChange(
  offer: Offer,
  before: Offer | undefined,
  { today, pointer }: { readonly today: CivilDate; readonly pointer: string },
): Refused | undefined {
  if (!before || !hasBegun(before, today)) return undefined;
  const isSame = (['component', 'unit', 'unitPence', 'from'] as const).every(
    (field) => offer[field] === before[field],
  );
  if (!isSame) {
    const detail = `The offer ${before.id} holds since ${before.from}: end it and begin another.`;
    return refuse('invalid-input', detail, pointer);
  }
  const isMovedBehind =
    offer.until !== before.until &&
    (hasEnded(before, today) || (offer.until !== undefined && offer.until < addDays(today, -1)));
  return isMovedBehind
    ? refuse('invalid-input', 'A last day that is over stays as it was.', `${pointer}/until`)
    : undefined;
}
