import * as z from 'zod';
import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { uncheckedAccount } from '../agreement/bank-details.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { withLateFigure } from '../monitoring/account-figures.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AgreementHead } from './agreement-head.ts';
import { type Payment, ReturnReason } from './payment.ts';

export const PaymentReturn = z
  .strictObject({
    /** The day on which the money was back with the council. */
    on: CivilDate,
    reason: ReturnReason,
  })
  .meta({ id: 'PaymentReturn' });
export type PaymentReturn = z.infer<typeof PaymentReturn>;

export interface ReturnedPayment<P extends Payment> extends AgreementChange {
  readonly payment: P;
  readonly head: AgreementHead;
}

/** Records that the bank sent a payment back: an account that could not take one takes no other, so
 * that nothing is paid before another account is entered and a second person has checked it; then the
 * next run pays again what came back. Refuses `wrong-stage` for a payment that was not sent,
 * `already-recorded`, and `invalid-input` for a day before the payment or to come. */
export function returnPayment<P extends Payment>(
  agreement: AgreementState,
  paid: { readonly head: AgreementHead; readonly payment: P },
  { on, reason }: PaymentReturn,
  moment: Moment,
): Outcome<ReturnedPayment<P>> {
  const { payment } = paid;
  if (payment.state === 'returned') {
    return refuse('already-recorded', 'This payment came back already.');
  }
  if (payment.state !== 'sent' || payment.amountPence === 0) {
    return refuse('wrong-stage', 'Only money that was sent can come back.');
  }
  if (on < payment.payOn || on > moment.today) {
    const detail = `It came back between ${payment.payOn}, when it was paid, and today.`;
    return refuse('invalid-input', detail, '/on');
  }
  const { accountEvent: _refusedAccount, ...head } = paid.head;
  const { name, amountPence } = payment;
  const { monitoring } = agreement;
  const late = { on: payment.payOn, receivedPence: -amountPence };
  return accept({
    type: 'payment-returned',
    body: { name, amountPence, on, reason, rule: 'Bacs ARUCS' },
    next: {
      ...agreement,
      bankDetails: null,
      isBankChecked: false,
      payStop: agreement.payStop ?? uncheckedAccount,
      ...(monitoring && { monitoring: withLateFigure(monitoring, late) }),
    },
    payment: { ...payment, state: 'returned', returned: { on, reason } },
    head: {
      ...head,
      returned: [...(head.returned ?? []), name],
      payStop: head.payStop ?? { kind: 'bank-details', by: moment.actor.id, on: moment.today },
    },
  });
}
