import * as z from 'zod';
import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { uncheckedAccount } from '../agreement/bank-details.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AgreementHead, PayStop } from './agreement-head.ts';
import { paymentLaw } from './payment-law.ts';

export const PaymentStop = z
  .strictObject({
    /** In writing, as the person gets it, unless fraud is suspected. */
    reason: Reason,
    /** How the person's needs are met meanwhile: a stop takes away the money, not the duty. */
    needsMetOtherwise: Reason.optional(),
    isFraudSuspected: z.boolean().default(false),
  })
  .meta({ id: 'PaymentStop' });
export type PaymentStop = z.infer<typeof PaymentStop>;

export const PaymentRelease = z.strictObject({ reason: Reason }).meta({ id: 'PaymentRelease' });
export type PaymentRelease = z.infer<typeof PaymentRelease>;

/** What an officer's stop or its release does: the event, and the agreement's stop from then on. */
export interface StopChange extends AgreementChange {
  readonly payStop: PayStop | undefined;
}

/** Stops what is paid to an agreement, from the next payment that has not been sent. Refuses
 * `reason-needed` where nobody said how the needs are met meanwhile, fraud apart; `payment-stopped`
 * when an officer has stopped it already or its case has ended; `wrong-stage` before it is
 * active. */
export function stopPayments(
  agreement: AgreementState,
  head: AgreementHead | undefined,
  input: PaymentStop,
  moment: Moment,
): Outcome<StopChange> {
  if (!head) return refuse('wrong-stage', 'Nothing is paid to this agreement yet.');
  // A stop over an unchecked account is replaced: it comes back with the release.
  if (head.payStop && head.payStop.kind !== 'bank-details') {
    return refuse('payment-stopped', 'Payments to this agreement are stopped already.');
  }
  if (!input.isFraudSuspected && input.needsMetOtherwise === undefined) {
    const detail = "Say how the person's needs are met while payments are stopped.";
    return refuse('reason-needed', detail, '/needsMetOtherwise');
  }
  return accept({
    type: 'payments-stopped',
    body: { ...input, paidThrough: head.paidThrough, rule: paymentLaw('stop', moment.today) },
    next: { ...agreement, payStop: 'officer' },
    payStop: { kind: 'officer', by: moment.actor.id, on: moment.today },
  });
}

/** Releases an officer's stop, or the one that a reversed death left; what was withheld and what was not
 * paid follows with the next run. Refuses `same-person` for whoever stopped it, `payment-stopped` where
 * the stop has another cause, and `wrong-stage` where there is none. An account that nobody has checked
 * keeps payments stopped. */
export function releasePayments(
  agreement: AgreementState,
  head: AgreementHead | undefined,
  input: PaymentRelease,
  moment: Moment,
): Outcome<StopChange> {
  const stop = head?.payStop;
  if (!stop) return refuse('wrong-stage', 'Payments to this agreement are not stopped.');
  if (stop.kind !== 'officer' && stop.kind !== 'death-reversed') {
    return refuse('payment-stopped', 'This stop ends with its cause, not by a release.');
  }
  if (stop.by === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who stopped the payments releases them.');
  }
  const { isBankChecked } = agreement;
  return accept({
    type: 'payments-released',
    body: {
      ...input,
      stoppedBy: stop.by,
      stoppedOn: stop.on,
      rule: paymentLaw('stop', moment.today),
    },
    next: { ...agreement, payStop: isBankChecked ? null : uncheckedAccount },
    payStop: isBankChecked
      ? undefined
      : { kind: 'bank-details', by: moment.actor.id, on: moment.today },
  });
}
