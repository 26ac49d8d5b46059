import type { AgreementState } from '../agreement/agreement-state.ts';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';

/** The day from which an agreement lacks its final account: after its last day, or once a death or the end of
 * its case has stopped it for good. Nothing while it goes on, where nothing was ever to be paid, and once
 * somebody has proposed one. */
export function lacksFinalAccountFrom(
  { finalAccount }: Pick<AgreementState, 'finalAccount'>,
  head: AgreementHead | undefined,
): CivilDate | null {
  if (!head || head.final || finalAccount) return null;
  const { payStop, payUntil } = head;
  if (payStop?.kind === 'death' || payStop?.kind === 'case-ended') return payStop.on;
  return payUntil === null ? null : addDays(payUntil, 1);
}
