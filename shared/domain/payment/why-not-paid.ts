import type { CivilDate } from '../calendar/civil-date.ts';
import { beginsAfterEnd } from './after-the-end.ts';
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

/** Whether a payment is for days after the last one alone. */
export function isAfterEnd(head: AgreementHead, { days }: Pick<Payment, 'days'>): boolean {
  return beginsAfterEnd(head, days?.from ?? null);
}
