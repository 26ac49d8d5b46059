import type { CivilDate } from '../calendar/civil-date.ts';
import type { AgreementHead } from './agreement-head.ts';
import type { LeftOut, Payment } from './payment.ts';

/** Why a payment is not sent on a day, or nothing where it may be: what the transaction that sends money
 * holds to once more. */
export function whyNotPaid(
  head: AgreementHead,
  payment: Payment,
  today: CivilDate,
): LeftOut['reason'] | undefined {
  const { payStop, payeeHold, accountFrom } = head;
  if (payStop) return 'payment-stopped';
  if (payeeHold) return 'payee-held';
  if (accountFrom !== undefined && accountFrom > today) return 'account-cooling-off';
  return isAfterEnd(head, payment) ? 'agreement-ended' : undefined;
}

/** Whether a payment is for days after the last one alone. It stays with the council, and the final account
 * says what becomes of it; one for days before it too is paid, and what is ahead is recovered there. What a
 * provider delivered is owed whenever its order ended. */
export function isAfterEnd(
  { payUntil }: AgreementHead,
  { days, providerId }: Pick<Payment, 'days' | 'providerId'>,
): boolean {
  return payUntil !== null && days !== null && days.from > payUntil && providerId === undefined;
}
