import * as z from 'zod';
import type { AgreementState } from '../agreement/agreement-state.ts';
import { addDays, CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import type { RearrangedDays } from './pause-payments.ts';
import { refusalToRearrange } from './refusal-to-rearrange.ts';

export const PaymentEnd = z
  .strictObject({
    /** The last day that is paid for; the day before the first where none was due. */
    lastDay: CivilDate,
    /** Whose wish it is or which condition fails; where one does, payments must end (s31, s32). */
    cause: z.enum(['asked-by-person', 'condition-fails', 'misuse', 'support-ended', 'other']),
    /** In writing, as the person gets it. */
    reason: Reason,
    needsMetOtherwise: Reason.optional(),
    isFraudSuspected: z.boolean().default(false),
  })
  .meta({ id: 'PaymentEnd' });
export type PaymentEnd = z.infer<typeof PaymentEnd>;

const daysAheadMax = 366;

/** Ends a direct payment on a day ahead or behind without a plan that follows it: nothing is paid for later
 * days, and the final account settles the rest once the day has come. Refuses `reason-needed` where nobody said how the
 * needs are met from then on, fraud apart; `already-recorded` where it ends by then; `invalid-input` for
 * a day before its first, or more than a year ahead. */
export function endPayments(
  agreement: AgreementState,
  head: AgreementHead | undefined,
  input: PaymentEnd,
  moment: Moment,
): Outcome<RearrangedDays> {
  const payable = refusalToRearrange(agreement, head);
  if (!payable.accepted) return payable;
  const read = payable.value;
  const { lastDay } = input;
  if (!input.isFraudSuspected && input.needsMetOtherwise === undefined) {
    const detail = "Say how the person's needs are met from then on.";
    return refuse('reason-needed', detail, '/needsMetOtherwise');
  }
  if (read.payUntil !== null && read.payUntil <= lastDay) {
    return refuse('already-recorded', `The agreement is paid until ${read.payUntil} already.`);
  }
  const earliest = addDays(read.startsOn, -1);
  if (lastDay < earliest || daysBetween(moment.today, lastDay) > daysAheadMax) {
    const detail = `The last day is from ${earliest}, if none was due, to a year from today.`;
    return refuse('invalid-input', detail, '/lastDay');
  }
  return accept({
    type: 'agreement-ended',
    body: { ...input, paidThrough: read.paidThrough, rule: paymentLaw('end', moment.today) },
    next: {
      ...agreement,
      endsOn: lastDay,
      ...(lastDay <= moment.today && { status: 'closed', nextReview: null }),
    },
    head: { ...read, payUntil: lastDay },
  });
}
