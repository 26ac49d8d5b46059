import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { RecordId } from '../identity/record-id.ts';
import type { Pence } from '../money/pence.ts';
import { isToReplace } from './handing-back/hand-back-order.ts';
import { helpUntil } from './help-until.ts';
import type { NewOrder } from './open-orders.ts';
import { hasEnded, type OrderChange, type OrderState } from './order-state.ts';

/** Whom urgent support is ordered from, and which cost centre bears it. */
export const UrgentOrder = z
  .strictObject({ providerId: RecordId, costCentre: z.string().trim().min(1).max(80) })
  .meta({ id: 'UrgentOrder' });
export type UrgentOrder = z.infer<typeof UrgentOrder>;

/** The part to which urgent support belongs, which is of no plan, and its one line. */
const urgentPart = 'urgent-support';

interface Ordered extends UrgentOrder {
  readonly caseId: string;
  /** The event that starts the urgent support: there is no plan yet. */
  readonly event: number;
  readonly providerName: string;
  readonly weeklyPence: Pence;
  readonly from: CivilDate;
  /** The day by whose end a second key is due: what is given later is not paid under one key. */
  readonly lastDay: CivilDate;
}

/** Urgent support as an order of its own, which has begun and belongs to no plan (Care Act 2014 s19(3)). It
 * is paid for what was given, up to its last day; the start of a plan ends it before. */
export function openUrgentOrder(ordered: Ordered): NewOrder {
  const { caseId, event, providerId, providerName, costCentre, weeklyPence, from } = ordered;
  const provider = { providerId, name: providerName };
  const help = { lineId: urgentPart, provider, weeklyPence, from, lastDay: ordered.lastDay };
  const order: OrderState = {
    ...{ caseId, partId: urgentPart, planVersion: event, costs: { [costCentre]: weeklyPence } },
    ...helpUntil({ ...help, today: from }),
  };
  return { name: 'urgent', order };
}

/** Whether an order is for urgent support: a part of a plan that has its name has lines of its own. */
export function isUrgentOrder({ partId, lines }: OrderState): boolean {
  return partId === urgentPart && lines.every(({ lineId }) => lineId === urgentPart);
}

/** Urgent support under another key, which goes on to another last day; what takes the place of an order that
 * was handed back may go on until then. Nothing where it has ended, or knows of that day. */
export function extendUrgentOrder(order: OrderState, lastDay: CivilDate): OrderChange | undefined {
  const { handedBack } = order;
  const known = handedBack ? handedBack.orderedUntil : order.lastDay;
  if (known === undefined || known === null || known >= lastDay) return undefined;
  if (handedBack) {
    if (!isToReplace(order)) return undefined;
    const next = { ...order, handedBack: { ...handedBack, orderedUntil: lastDay } };
    return { type: 'order-extended', body: { lastDay }, next };
  }
  if (hasEnded(order)) return undefined;
  return { type: 'order-extended', body: { lastDay }, next: { ...order, lastDay } };
}
