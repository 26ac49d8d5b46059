import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence } from '../money/pence.ts';
import { SupportUnit } from '../plan/plan-line.ts';
import { ServiceComponent } from '../plan/spending/service-component.ts';

/** What a provider offers to the council: one kind of support, by the unit, at a price that holds from
 * a day on. Plans and orders are priced from it. */
export const Offer = z
  .strictObject({
    /** Names the offer among those of its provider, for ever. */
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'Small letters, digits and hyphens.')
      .meta({ examples: ['home-support-hour-2026'] }),
    component: ServiceComponent,
    unit: SupportUnit,
    unitPence: EnteredPence.min(1),
    from: CivilDate,
    /** The last day on which it holds, once that is known. */
    until: CivilDate.exactOptional(),
    /** Where it is offered; everywhere in the council where it does not say. */
    where: z.string().trim().min(1).max(200).exactOptional(),
    note: Reason.exactOptional(),
    /** How many days before its last the care is handed back, by either side. */
    noticeDays: z.int().min(0).max(182).exactOptional(),
  })
  .meta({ id: 'Offer' });
export type Offer = z.infer<typeof Offer>;

/** Whether the price of an offer can be had on a day. */
export function holdsOn({ from, until }: Pick<Offer, 'from' | 'until'>, day: CivilDate): boolean {
  return from <= day && (until === undefined || day <= until);
}

/** The offer of a provider that fits, at the lowest price that holds on the day. */
export function offerFor(
  offers: readonly Offer[],
  asked: Pick<Offer, 'component' | 'unit'>,
  on: CivilDate,
): Offer | undefined {
  return offers
    .filter(
      (offer) =>
        offer.component === asked.component && offer.unit === asked.unit && holdsOn(offer, on),
    )
    .sort((a, b) => a.unitPence - b.unitPence)[0];
}
