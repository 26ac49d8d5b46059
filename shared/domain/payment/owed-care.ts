import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence, type SignedPence } from '../money/pence.ts';
import type { AgreementHead } from './agreement-head.ts';
import type { Payment } from './payment.ts';

/** What a provider is owed for the care of one period. */
export const OwedCare = z.strictObject({
  /** The permanent key of its payment: `CARE#` and the first day of the period, and for what a correction
   * adds its revision. */
  name: z.string(),
  pence: Pence,
  days: z.strictObject({ from: CivilDate, to: CivilDate }),
  /** Who recorded it: may not approve the run that pays it. */
  by: z.string(),
});
export type OwedCare = z.infer<typeof OwedCare>;

/** The key under which the care of a period, or what a correction of it adds, is paid once. */
export function careName(periodStart: CivilDate, revision: number): string {
  return revision === 1 ? `CARE#${periodStart}` : `CARE#${periodStart}#${revision}`;
}

/** A head that owes what a record of actuals adds, or takes off the next payments what it takes away. */
export function oweCare(
  head: AgreementHead,
  { pence, ...care }: Omit<OwedCare, 'pence'> & { readonly pence: SignedPence },
): AgreementHead {
  if (pence > 0) return { ...head, care: [...(head.care ?? []), { ...care, pence }] };
  const careCreditPence = (head.careCreditPence ?? 0) - pence;
  return careCreditPence === 0 ? head : { ...head, careCreditPence };
}

/** The next care that is owed, with what payments need to know of it. */
export function nextCare(
  head: AgreementHead,
): { readonly owed: OwedCare; readonly head: AgreementHead } | undefined {
  const [owed, ...care] = head.care ?? [];
  return owed && { owed, head: { ...head, care } };
}

/** A payment less what the provider owes back from an earlier period, as far as it goes. Money that a bank
 * sent back is paid again in full, because its books are closed. */
export function lessCredit(
  payment: Payment,
  head: AgreementHead,
): { readonly payment: Payment; readonly head: AgreementHead } {
  const creditPence = head.careCreditPence ?? 0;
  if (creditPence === 0 || payment.paysAgain !== undefined) return { payment, head };
  const takenPence = Math.min(creditPence, payment.amountPence);
  return {
    payment: { ...payment, amountPence: payment.amountPence - takenPence },
    head: { ...head, careCreditPence: creditPence - takenPence },
  };
}
