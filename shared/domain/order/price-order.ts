import { formatPounds, sumPence } from '../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import { lineCostPence, type PlanLine } from '../plan/plan-line.ts';
import { type Offer, offerFor } from '../provider/offer.ts';
import type { OrderedLine } from './order-state.ts';
import type { ServiceOrder } from './service-order.ts';

/** A provider as far as its prices matter. */
export interface Offering {
  readonly providerId: string;
  readonly name: string;
  readonly offers: readonly Offer[];
}

/** Prices the lines of an order: from the offer of the provider that holds on the first day, or as it was
 * agreed, above the offer or without one only with a reason. A provider that is known by its name
 * alone has the plan's prices. Refuses `price-not-offered`, `reason-needed`, and `line-cost-differs`
 * where the lines do not come to what the order says. */
export function priceOrder(
  order: ServiceOrder,
  lines: readonly PlanLine[],
  about: { readonly from: Offering | undefined; readonly pointer: string },
): Outcome<readonly OrderedLine[]> {
  const { from, pointer } = about;
  const priced: OrderedLine[] = [];
  for (const lineId of order.lineIds) {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return refuse('invalid-input', `No line "${lineId}".`, `${pointer}/lineIds`);
    const price = from ? priceOf(line, order, { from, pointer }) : asPlanned(line);
    if (!price.accepted) return price;
    const { pence: unitPence, offerId } = price.value;
    const { kind, unit, unitsHundredths } = line;
    priced.push({
      lineId,
      kind,
      unit,
      unitsHundredths,
      unitPence,
      pence: lineCostPence({ unitPence, unitsHundredths }),
      ...(offerId !== undefined && { offerId }),
      firstDay: null,
    });
  }
  const differs = from && refusalOfSums(order, priced, pointer);
  return differs ?? accept(priced);
}

function asPlanned({ unitPence }: PlanLine): Outcome<Price> {
  return accept({ pence: unitPence });
}

interface Price {
  readonly pence: number;
  readonly offerId?: string;
}

function priceOf(
  line: PlanLine,
  { startsOn, prices = [] }: ServiceOrder,
  { from, pointer }: { readonly from: Offering; readonly pointer: string },
): Outcome<Price> {
  const offer = offerFor(from.offers, line, startsOn);
  const place = prices.findIndex(({ lineId }) => lineId === line.id);
  const agreed = prices[place];
  if (!agreed) {
    if (offer) return accept({ pence: offer.unitPence, offerId: offer.id });
    const detail = `${from.name} offers no ${line.component} by the ${line.unit} on ${startsOn}.`;
    return refuse('price-not-offered', detail, `${pointer}/lineIds`);
  }
  if (offer && agreed.unitPence <= offer.unitPence) {
    return accept({ pence: agreed.unitPence, offerId: offer.id });
  }
  if (agreed.reason !== undefined) return accept({ pence: agreed.unitPence });
  const detail = offer
    ? `Say why more than the offer is paid: ${formatPounds(offer.unitPence)} is offered.`
    : 'Say why a price is paid that is not offered.';
  return refuse('reason-needed', detail, `${pointer}/prices/${place}/reason`);
}

function refusalOfSums(
  order: ServiceOrder,
  lines: readonly OrderedLine[],
  pointer: string,
): Refused | undefined {
  for (const [kind, field] of [
    ['weekly', 'weeklyPence'],
    ['one-off', 'oneOffPence'],
  ] as const) {
    const pence = sumPence(lines.filter((line) => line.kind === kind).map((line) => line.pence));
    if (pence === order[field]) continue;
    const detail = `The lines come to ${formatPounds(pence)} at the prices of the provider.`;
    return refuse('line-cost-differs', detail, `${pointer}/${field}`);
  }
  return undefined;
}
