import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { RecordId } from '../identity/record-id.ts';
import type { Pence } from '../money/pence.ts';
import type { NewOrder } from './open-orders.ts';
import type { OrderChange, OrderState } from './order-state.ts';

/** Whom urgent support is ordered from, and which cost centre bears it. */
export const UrgentOrder = z
  .strictObject({ providerId: RecordId, costCentre: z.string().trim().min(1).max(80) })
  .meta({ id: 'UrgentOrder' });
export type UrgentOrder = z.infer<typeof UrgentOrder>;

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
  const week = { unit: 'week', unitsHundredths: 100, unitPence: weeklyPence } as const;
  const order: OrderState = {
    status: 'started',
    caseId,
    partId: 'urgent-support',
    planVersion: event,
    providerId,
    providerName,
    paid: 'on-actuals',
    lines: [
      { lineId: 'urgent-support', kind: 'weekly', ...week, pence: weeklyPence, firstDay: from },
    ],
    weeklyPence,
    oneOffPence: 0,
    costs: { [costCentre]: weeklyPence },
    startsOn: from,
    startedOn: from,
    lastDay: ordered.lastDay,
    retainer: null,
    periods: [],
    waiting: null,
    recent: [],
  };
  return { name: 'urgent', order };
}

/** Urgent support under its second key, which goes on to its last day. Nothing where it has ended, or was
 * handed back. */
export function extendUrgentOrder(order: OrderState, lastDay: CivilDate): OrderChange | undefined {
  if (order.status !== 'started' || order.handedBack) return undefined;
  return { type: 'order-extended', body: { lastDay }, next: { ...order, lastDay } };
}
