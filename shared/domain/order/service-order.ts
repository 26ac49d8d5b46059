import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Reason } from '../eligibility/decision.ts';
import { RecordId } from '../identity/record-id.ts';
import { EnteredPence } from '../money/pence.ts';
import { CqcLocationId } from '../provider/provider-state.ts';
import { OrderPaid } from './order-state.ts';

const Key = z.string().trim().min(1).max(80);

/** Whom the council orders from. One that is known by its id is paid through this service; of any other only
 * the name is kept, and it is paid as it was before: by a block contract, or a system of its own. */
const OrderedFrom = z
  .union([
    z.strictObject({ providerId: RecordId }),
    z.strictObject({
      name: z.string().trim().min(1).max(200),
      cqcLocationId: CqcLocationId.optional(),
    }),
  ])
  .meta({ id: 'OrderedFrom' });

/** A price that is not the one of the provider's offer. */
const AgreedPrice = z
  .strictObject({ lineId: Key, unitPence: EnteredPence.min(1), reason: Reason.optional() })
  .meta({ id: 'AgreedPrice' });

/** Help until the support starts that is paid for by the week. */
const PaidInterim = z
  .strictObject({
    providerId: RecordId,
    weeklyPence: EnteredPence.min(1),
    from: CivilDate,
    lastDay: CivilDate,
  })
  .meta({ id: 'PaidInterim' });

/** What the council orders for lines of a part that the person does not hold: also an Individual
 * Service Fund is a contract of the council's with the organisation that holds it. */
export const ServiceOrder = z
  .strictObject({
    partId: Key,
    lineIds: z.array(Key).min(1).max(200),
    provider: OrderedFrom,
    weeklyPence: EnteredPence,
    oneOffPence: EnteredPence,
    /** The first day that is planned. The actual one is recorded when support starts. */
    startsOn: CivilDate,
    /** Who helps until then, or why nobody has to. */
    interimCover: Reason,
    /** What that costs, where it is paid for. */
    paidInterim: PaidInterim.optional(),
    /** The lines whose price is another than that of the provider's offer. */
    prices: z.array(AgreedPrice).max(200).optional(),
    retainer: z
      .strictObject({ weeklyPence: EnteredPence.min(1), weeksMax: z.int().min(1).max(26) })
      .optional(),
    /** How a provider that is known by its id is paid; for what was delivered, where it does not say. */
    paid: OrderPaid.exclude(['elsewhere']).optional(),
  })
  .meta({ id: 'ServiceOrder' });
export type ServiceOrder = z.infer<typeof ServiceOrder>;
