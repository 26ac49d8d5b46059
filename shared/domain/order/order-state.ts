import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence, SignedPence } from '../money/pence.ts';
import { SupportUnit } from '../plan/plan-line.ts';
import { ProposedWriteOff } from '../reclaim/reclaim-state.ts';

const Version = z.int().positive();

/** A line of the plan as it was ordered. */
export const OrderedLine = z
  .strictObject({
    lineId: z.string(),
    kind: z.enum(['weekly', 'one-off']),
    unit: SupportUnit,
    /** How many hundredths of a unit, by the week or once. */
    unitsHundredths: z.int().positive(),
    unitPence: Pence,
    /** What the line costs by the week, or once. */
    pence: Pence,
    /** The offer that the price is of; absent where it was agreed otherwise. */
    offerId: z.string().exactOptional(),
    /** The day on which it actually began; null until then. */
    firstDay: CivilDate.nullable(),
  })
  .meta({ id: 'OrderedLine' });
export type OrderedLine = z.infer<typeof OrderedLine>;

/** What is paid while the person is away, as in hospital, so that their place is kept. */
export const Retainer = z
  .strictObject({ weeklyPence: Pence, weeksMax: z.int().min(1).max(26) })
  .meta({ id: 'Retainer' });
export type Retainer = z.infer<typeof Retainer>;

/** What was delivered in one pay period, as the newest record of it says. */
export const RecordedPeriod = z
  .strictObject({
    periodStart: CivilDate,
    from: CivilDate,
    to: CivilDate,
    revision: Version,
    /** The event that holds it, unit by unit. */
    event: Version,
    plannedPence: Pence,
    /** What the care cost that was given, and what is paid in all, with what keeps a place. */
    deliveredPence: Pence,
    payablePence: Pence,
    variancePence: SignedPence,
    /** In whole per cent of what was planned; null where nothing was. */
    variancePercent: z.int().nullable(),
    awayDays: z.int().nonnegative(),
    /** The lines bought once that were delivered in it. */
    once: z.array(z.string()),
  })
  .meta({ id: 'RecordedPeriod' });
export type RecordedPeriod = z.infer<typeof RecordedPeriod>;

/** What an Individual Service Fund was paid for days after the last of its order: in all, what of it is booked
 * as owed because no payment followed to take it off, and what of that came back. */
const OwedBack = z
  .strictObject({
    pence: Pence,
    bookedPence: Pence,
    receivedPence: Pence,
    /** What was given up because it is lost, and because it was never owed. */
    lostPence: Pence.exactOptional(),
    neverOwedPence: Pence.exactOptional(),
    /** The event that booked the newest of it, and the day by whose end all of it is to be paid. */
    bookedIn: Version.exactOptional(),
    payBy: CivilDate.exactOptional(),
    writeOff: ProposedWriteOff.exactOptional(),
  })
  .meta({ id: 'OwedBack' });
export type OwedBack = z.infer<typeof OwedBack>;

export const noneOwedBack: OwedBack = { pence: 0, bookedPence: 0, receivedPence: 0 };

/** What of it is booked as owed and neither came back nor was given up. */
export function stillOwedBack(owedBack: OwedBack = noneOwedBack): Pence {
  const { bookedPence, receivedPence, lostPence = 0, neverOwedPence = 0 } = owedBack;
  return bookedPence - receivedPence - lostPence - neverOwedPence;
}

// Two years of periods can be corrected; what is older stands in the events.
export const recordedPeriodsMax = 26;

/** A pay period of which somebody is asked what was delivered, and the event that asked. */
export const AskedReport = z
  .strictObject({ periodStart: CivilDate, event: Version })
  .meta({ id: 'AskedReport' });
export type AskedReport = z.infer<typeof AskedReport>;

/** How a provider is paid: for what was delivered, four weeks ahead (an Individual Service Fund), or not
 * through this service. */
export const OrderPaid = z
  .enum(['on-actuals', 'in-advance', 'elsewhere'])
  .meta({ id: 'OrderPaid' });
export type OrderPaid = z.infer<typeof OrderPaid>;

/** Who ended care that is still needed. */
export const HandedBackBy = z.enum(['provider', 'council', 'person']).meta({ id: 'HandedBackBy' });

/** Care that somebody gave back: who and when, the event that says so, until when it had been ordered where that
 * was known, and the order that takes its place. */
const HandedBack = z
  .strictObject({
    by: HandedBackBy,
    on: CivilDate,
    event: Version,
    orderedUntil: CivilDate.exactOptional(),
    replacedBy: z.string().exactOptional(),
  })
  .meta({ id: 'HandedBack' });

/** The order whose place this one takes, the last day of the help before it, whether that is help of its own
 * until it begins, and whether the plan has not begun that it is of, so that it begins with that. */
const FollowedOrder = z
  .strictObject({
    orderId: z.string(),
    lastDay: CivilDate.exactOptional(),
    isCovered: z.literal(true).exactOptional(),
    beginsWithPlan: z.literal(true).exactOptional(),
  })
  .meta({ id: 'FollowedOrder' });

export const OrderStatus = z
  .enum(['ordered', 'started', 'ended', 'cancelled'])
  .meta({ id: 'OrderStatus' });

/** Where a service order stands. */
export const OrderState = z.strictObject({
  status: OrderStatus,
  caseId: z.string(),
  partId: z.string(),
  /** The plan that it belongs to; of urgent support, which has none, the event that started it. */
  planVersion: Version,
  /** Absent for a provider that is known by its name alone, which is paid elsewhere. */
  providerId: z.string().exactOptional(),
  providerName: z.string(),
  paid: OrderPaid,
  lines: z.array(OrderedLine),
  weeklyPence: Pence,
  oneOffPence: Pence,
  /** How what it costs falls to cost centres, in pence that only their proportion counts of. */
  costs: z.record(z.string(), Pence),
  /** The planned first day, the actual one, and the last. */
  startsOn: CivilDate,
  /** The day on which both keys were turned, before which nothing may begin. */
  authorisedOn: CivilDate.exactOptional(),
  /** The eighteenth birthday of whoever is younger. */
  notBefore: CivilDate.exactOptional(),
  startedOn: CivilDate.nullable(),
  lastDay: CivilDate.nullable(),
  /** The day of the person's death, after which nothing is delivered. */
  diedOn: CivilDate.exactOptional(),
  retainer: Retainer.nullable(),
  /** How many days' notice its offers ask for. */
  noticeDays: z.int().nonnegative().exactOptional(),
  handedBack: HandedBack.exactOptional(),
  follows: FollowedOrder.exactOptional(),
  /** The day on which somebody was told that it had not started. */
  lateOn: CivilDate.exactOptional(),
  /** How often the planned first day was moved. */
  timesMoved: z.int().positive().exactOptional(),
  /** The newest periods that were recorded, the earliest first. */
  periods: z.array(RecordedPeriod),
  /** Whether somebody was asked to put right what is recorded for days after its last. */
  isToCorrect: z.boolean().exactOptional(),
  owedBack: OwedBack.exactOptional(),
  /** Of which periods somebody is asked what was delivered, and the first day of the last of them that was
   * looked at. */
  reportsAsked: z.array(AskedReport).exactOptional(),
  askedThrough: CivilDate.exactOptional(),
  /** A record above what was ordered, which waits for a second person. */
  waiting: z.strictObject({ event: Version, by: z.string(), periodStart: CivilDate }).nullable(),
  /** The ids of the newest requests and the events that answered them. */
  recent: z.array(z.tuple([z.string(), Version])),
});
export type OrderState = z.infer<typeof OrderState>;

/** Whether an order is over, or never began and does so no more. */
export function hasEnded({ status }: Pick<OrderState, 'status'>): boolean {
  return status === 'ended' || status === 'cancelled';
}

/** Whether something is recorded as given after the last day of an order. */
export function isRecordedBehind({ periods, lastDay }: OrderState): boolean {
  return (
    lastDay !== null && periods.some(({ to, payablePence }) => to > lastDay && payablePence > 0)
  );
}

export interface OrderChange {
  readonly type:
    | 'service-ordered'
    | 'order-started'
    | 'order-start-moved'
    | 'order-late'
    | 'order-extended'
    | 'order-ended'
    | 'order-cancelled'
    | 'order-ran-out'
    | 'order-handed-back'
    | 'order-replaced'
    | 'order-not-replaced'
    | 'order-death-noted'
    | 'order-payment-returned'
    | 'owed-back-booked'
    | 'owed-back-received'
    | 'write-off-proposed'
    | 'write-off-approved'
    | 'write-off-rejected'
    | 'care-reports-asked'
    | 'actuals-recorded'
    | 'actuals-put-up'
    | 'actuals-rejected';
  readonly body: unknown;
  readonly next: OrderState;
}
