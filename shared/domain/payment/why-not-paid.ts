import type { CivilDate } from '../calendar/civil-date.ts';
import type { AgreementHead } from './agreement-head.ts';
import type { LeftOut } from './payment.ts';

/** Why nothing is sent to an agreement on a day, or nothing where it may be: what the transaction that sends
 * money holds to once more. */
export function whyNotPaid(
  { payStop, payeeHold, accountFrom }: AgreementHead,
  today: CivilDate,
): LeftOut['reason'] | undefined {
  if (payStop) return 'payment-stopped';
  if (payeeHold) return 'payee-held';
  return accountFrom !== undefined && accountFrom > today ? 'account-cooling-off' : undefined;
}
