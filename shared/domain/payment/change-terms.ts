import { differencePence, type PaymentTerms, worthOfDays } from '../agreement/payment-terms.ts';
import { addDays, type CivilDate, daysBetween } from '../calendar/civil-date.ts';
import type { SignedPence } from '../money/pence.ts';
import type { AgreementHead } from './agreement-head.ts';

/** New terms of an agreement that is paid already. */
export interface ChangedTerms {
  readonly terms: PaymentTerms;
  /** The day from which they hold. */
  readonly from: CivilDate;
  readonly costs: Readonly<Record<string, number>> | undefined;
  readonly accountEvent: number;
  readonly oneOff: { readonly id: string; readonly pence: number } | null;
  /** The agreement's event that changes them, and who did. */
  readonly event: number;
  readonly by: string;
}

/** What new terms make of the days behind them, in pence: what the days that are paid lack, negative where
 * they were paid too much, or what the days before the change are worth that no run has paid. */
export function differenceOf(
  head: AgreementHead,
  { terms, from }: Pick<ChangedTerms, 'terms' | 'from'>,
): SignedPence {
  const unpaidDays = daysBetween(head.paidThrough, from) - 1;
  if (unpaidDays > 0) return worthOfDays(head, unpaidDays);
  const old = { ...head, isContributionProvisional: false };
  return differencePence({ old, now: terms }, { from, paidThrough: head.paidThrough });
}

/** An agreement under its new terms: what the days behind lack is paid once with the next run, and what was
 * paid too much is recovered when the agreement is settled. A period is paid at one price, so that days
 * before the change that no run has paid are paid at once at the old one, and the new one begins with
 * its own first day. */
export function changeTerms(head: AgreementHead, change: ChangedTerms): AgreementHead {
  const { terms, from, costs, accountEvent, oneOff, event, by } = change;
  const { weeklyPence, weeklyContributionPence } = terms;
  const difference = differenceOf(head, change);
  const lacking = difference > 0 ? [{ id: `difference-${event}`, pence: difference }] : [];
  const overpaidPence = (head.overpaidPence ?? 0) + Math.max(0, -difference);
  const dayBefore = addDays(from, -1);
  return {
    ...head,
    paidThrough: head.paidThrough < dayBefore ? dayBefore : head.paidThrough,
    weeklyPence,
    weeklyContributionPence,
    oneOffs: [...head.oneOffs, ...(oneOff ? [oneOff] : []), ...lacking],
    ...(overpaidPence > 0 && { overpaidPence }),
    ...(costs && { costs }),
    accountEvent,
    activatedBy: by,
  };
}
