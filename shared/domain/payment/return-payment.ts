import * as z from 'zod';
import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { uncheckedAccount } from '../agreement/bank-details.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { withLateFigure } from '../monitoring/account-figures.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
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

export const returnRule = 'Bacs ARUCS';

/** Refuses `wrong-stage` for a payment that was not sent, `already-recorded`, and `invalid-input` for a day
 * before the payment or to come. */
export function refusalOfReturn(
  { state, amountPence, payOn }: Payment,
  on: CivilDate,
  { today }: Moment,
): Refused | undefined {
  if (state === 'returned') {
    return refuse('already-recorded', 'This payment came back already.');
  }
  if (state !== 'sent' || amountPence === 0) {
    return refuse('wrong-stage', 'Only money that was sent can come back.');
  }
  if (on < payOn || on > today) {
    const detail = `It came back between ${payOn}, when it was paid, and today.`;
    return refuse('invalid-input', detail, '/on');
  }
  return undefined;
}

/** What was paid, as one that came back, and the head that pays it again. */
export function cameBack<P extends Payment>(
  { head, payment }: { readonly head: AgreementHead; readonly payment: P },
  { on, reason }: PaymentReturn,
): { readonly head: AgreementHead; readonly payment: P } {
  return {
    payment: { ...payment, state: 'returned', returned: { on, reason } },
    head: { ...head, returned: [...(head.returned ?? []), payment.name] },
  };
}

/** Records that the bank sent a payment back: an account that could not take one takes no other, so
 * that nothing is paid before another account is entered and a second person has checked it; then the
 * next run pays again what came back. Refuses what a return refuses. */
export function returnPayment<P extends Payment>(
  agreement: AgreementState,
  paid: { readonly head: AgreementHead; readonly payment: P },
  { on, reason }: PaymentReturn,
  moment: Moment,
): Outcome<ReturnedPayment<P>> {
  const refused = refusalOfReturn(paid.payment, on, moment);
  if (refused) return refused;
  const back = cameBack(paid, { on, reason });
  const { accountEvent: _refusedAccount, ...head } = back.head;
  const { name, amountPence, payOn } = paid.payment;
  const { monitoring } = agreement;
  const late = { on: payOn, receivedPence: -amountPence };
  return accept({
    type: 'payment-returned',
    body: { name, amountPence, on, reason, rule: returnRule },
    next: {
      ...agreement,
      bankDetails: null,
      isBankChecked: false,
      payStop: agreement.payStop ?? uncheckedAccount,
      ...(monitoring && { monitoring: withLateFigure(monitoring, late) }),
    },
    payment: back.payment,
    head: {
      ...head,
      payStop: head.payStop ?? { kind: 'bank-details', by: moment.actor.id, on: moment.today },
    },
  });
}
