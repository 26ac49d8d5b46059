import type * as z from 'zod';
import { addDays, type CivilDate } from '../../calendar/civil-date.ts';
import { partPeriodPence } from '../../calendar/pro-rata.ts';
import type { Moment } from '../../case/change.ts';
import { type Pence, type SignedPence, sumPence } from '../../money/pence.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import { type AgreementHead, firstUnpaidDay, owesBeside } from '../../payment/agreement-head.ts';
import type { Payment } from '../../payment/payment.ts';
import { owedBackOf, withDifference } from '../../payment/worth/differences.ts';
import { moreThan } from '../../reclaim/propose-reclaim.ts';
import { ReclaimReceipt } from '../../reclaim/receive-reclaim.ts';
import { noneOwedBack, type OrderChange, type OrderState, stillOwedBack } from '../order-state.ts';

interface PaidAhead {
  readonly head: AgreementHead;
  readonly payments: readonly Payment[];
}

interface Reckoned {
  readonly order: OrderState;
  readonly head: AgreementHead;
  /** What was booked as owed and is owed no more. */
  readonly takenBackPence: Pence;
  /** What of it was lost, and is care that was paid for after all. */
  readonly regainedPence: Pence;
}

/** An Individual Service Fund whose last day is known, or no longer: what it was paid for later days is taken
 * off whatever is still paid on its order. Where days are worth something again, as after a death that was
 * recorded in error, what nobody has taken off yet is let go first, then what was booked as owed, then what
 * was given up of it, because that money never left the organisation; what it has given back is paid to it
 * once more. */
export function reckonPaidAhead(
  order: OrderState,
  { head, payments }: PaidAhead,
  event: number,
): Reckoned {
  const payUntil = lastDayPaidFor(order);
  const owedBack = order.owedBack ?? noneOwedBack;
  const pence = sumPence(payments.map((payment) => paidPast(payment, payUntil)));
  const fewerPence = Math.max(0, owedBack.pence - pence);
  const letGoPence = Math.min(fewerPence, owedBackOf(head).pence);
  const { neverOwedPence = 0, lostPence = 0 } = owedBack;
  const notOwedPence = Math.min(fewerPence - letGoPence, stillOwedBack(owedBack));
  const upheldPence = Math.min(fewerPence - letGoPence - notOwedPence, neverOwedPence);
  const keptPence = letGoPence + notOwedPence + upheldPence;
  const regainedPence = Math.min(fewerPence - keptPence, lostPence);
  const againPence = fewerPence - keptPence - regainedPence;
  const givenBackPence = Math.min(againPence, owedBack.receivedPence);
  const difference = pence > owedBack.pence ? owedBack.pence - pence : letGoPence + againPence;
  return {
    order: {
      ...order,
      owedBack: {
        ...owedBack,
        pence,
        bookedPence:
          owedBack.bookedPence - notOwedPence - upheldPence - regainedPence - givenBackPence,
        receivedPence: owedBack.receivedPence - givenBackPence,
        ...(upheldPence > 0 && { neverOwedPence: neverOwedPence - upheldPence }),
        ...(regainedPence > 0 && { lostPence: lostPence - regainedPence }),
      },
    },
    head: { ...withDifference(head, bothPence(difference), event), payUntil },
    takenBackPence: notOwedPence + regainedPence,
    regainedPence,
  };
}

/** What the council pays an organisation it has spent: no contribution is taken off. */
function bothPence(pence: SignedPence) {
  return { netPence: pence, costPence: pence };
}

/** The last day of an order, or the day of the person's death where that was earlier. */
function lastDayPaidFor({ lastDay, diedOn }: OrderState): CivilDate | null {
  if (lastDay === null || diedOn === undefined) return lastDay ?? diedOn ?? null;
  return diedOn < lastDay ? diedOn : lastDay;
}

/** What of a payment, wherever it stands, is for days after the last: parts that adjoin add up to the whole.
 * One that is paid again is told by the first. */
function paidPast({ days, weekly, name, paysAgain }: Payment, lastDay: CivilDate | null): Pence {
  if (lastDay === null || !days || !weekly || paysAgain !== undefined) return 0;
  if (days.to <= lastDay) return 0;
  const from = days.from > lastDay ? days.from : addDays(lastDay, 1);
  const period = { start: name, end: addDays(name, 27) };
  return partPeriodPence(weekly.pence, period, { from, to: days.to });
}

/** Whether something is still paid on an order from which it can be taken: also what waits because the
 * person has died. */
export function isStillPaid({ head, payments }: PaidAhead): boolean {
  const isDue = payments.some(({ state }) => state === 'due');
  return isDue || owesBeside(head) || firstUnpaidDay(head) !== undefined;
}

interface Booked extends OrderChange {
  readonly head: AgreementHead;
  readonly bookedPence: Pence;
}

/** Books as owed what no payment of the order follows to be taken off. Nothing where nothing is. */
export function bookOwedBack(
  order: OrderState,
  head: AgreementHead,
  { event, payBy }: { readonly event: number; readonly payBy: CivilDate },
): Booked | undefined {
  const { pence } = owedBackOf(head);
  const owedBack = order.owedBack ?? noneOwedBack;
  if (pence === 0) return undefined;
  return {
    type: 'owed-back-booked',
    body: { pence, payBy, payUntil: head.payUntil, paidThrough: head.paidThrough },
    next: {
      ...order,
      owedBack: { ...owedBack, bookedPence: owedBack.bookedPence + pence, bookedIn: event, payBy },
    },
    head: withDifference(head, bothPence(pence), event),
    bookedPence: pence,
  };
}

export const OwedBackReceipt = ReclaimReceipt.omit({ paidBy: true }).meta({
  id: 'OwedBackReceipt',
});
export type OwedBackReceipt = z.infer<typeof OwedBackReceipt>;

/** Records that an organisation has paid back what was booked as owed. Refuses `invalid-input` for a day to
 * come, and `above-what-is-owed`. */
export function receiveOwedBack(
  order: OrderState,
  receipt: OwedBackReceipt,
  { today }: Moment,
): Outcome<OrderChange> {
  const { pence, on } = receipt;
  if (on > today) return refuse('invalid-input', 'Record it when it has come.', '/on');
  const owedBack = order.owedBack ?? noneOwedBack;
  const above = moreThan(pence, stillOwedBack(owedBack), 'is owed');
  if (above) return above;
  return accept({
    type: 'owed-back-received',
    body: receipt,
    next: { ...order, owedBack: { ...owedBack, receivedPence: owedBack.receivedPence + pence } },
  });
}
