import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence, SignedPence } from '../money/pence.ts';
import { PurchaseCategory } from '../plan/spending/purchase-category.ts';
import { EqualDays } from './worth/equal-days.ts';

/** A payment is due from the day a run creates it, and is then sent, or withheld because payments
 * to the agreement were stopped in between; a withheld one becomes due again in a later run. Only
 * the step from due to sent moves money. A sent one may come back from the bank, which is its end: it is
 * paid again as a payment of its own. */
export const PaymentState = z
  .enum(['due', 'sent', 'withheld', 'returned'])
  .meta({ id: 'PaymentState' });
export type PaymentState = z.infer<typeof PaymentState>;

/** The key of what a final account owes. */
export const finalName = 'FINAL';

/** Why a bank could not put a payment to an account, by the code of its advice (Bacs ARUCS). */
export const ReturnReason = z
  .enum([
    /** Invalid details */ '0',
    /** Beneficiary deceased */ '2',
    /** Account transferred */ '3',
    /** No account */ '5',
    /** Account closed */ 'B',
    /** Requested by the remitter */ 'C',
  ])
  .meta({ id: 'PaymentReturnReason' });

/** One payment to one agreement, for the days of a period or for what the plan buys once. */
export const Payment = z
  .strictObject({
    agreementId: z.string(),
    /** Its permanent key within the agreement: the first day of its period, `ONCE#` and an id, `FINAL`,
     * `CARE#` and the first day of the period that was delivered, or `AGAIN#` and the key of the payment
     * that came back. */
    name: z.string(),
    /** The run that carries it now. */
    runId: z.string(),
    state: PaymentState,
    amountPence: Pence,
    /** The days it pays for; null for a one-off. */
    days: z.strictObject({ from: CivilDate, to: CivilDate }).nullable(),
    /** What the amount was worked out from; null for a one-off. */
    weekly: z.strictObject({ pence: Pence, contributionPence: Pence }).nullable(),
    /** The days by what they are worth, where a pause makes that differ within the payment. */
    stretches: z.array(EqualDays).max(60).exactOptional(),
    /** What was taken off it because days behind were paid too much, and what of the cost falls with
     * that. */
    recovered: z.strictObject({ pence: Pence, costPence: SignedPence }).exactOptional(),
    /** What a one-off buys; absent of any other, and of those from before this was kept. */
    purchase: PurchaseCategory.exactOptional(),
    /** Of what is paid once: what of the cost it is, where that is another sum. */
    costPence: SignedPence.exactOptional(),
    payOn: CivilDate,
    /** How the amount falls to cost centres, in pence that only their proportion counts of. */
    costs: z.record(z.string(), Pence).exactOptional(),
    activatedBy: z.string(),
    /** The provider whose account it goes to, where it is no direct payment. */
    providerId: z.string().exactOptional(),
    /** What stands beside it on the payee's statement, frozen because it is part of the file for the bank; what
     * was created before this was kept says `ONE-OFF`. */
    reference: z.literal('FINAL').exactOptional(),
    /** The payment that came back from the bank and is paid again by this one. */
    paysAgain: z.string().exactOptional(),
    /** When the bank sent it back, and why. */
    returned: z.strictObject({ on: CivilDate, reason: ReturnReason }).exactOptional(),
  })
  .meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;

/** Why a run left an agreement, or one of its payments, out. */
export const leftOutReasons = [
  /** Payments to the agreement are stopped. */
  'payment-stopped',
  /** A safeguarding hold names the payee. */
  'payee-held',
  /** The account replaced another a few days ago: the payee may still say that it was not they. */
  'account-cooling-off',
  /** The agreement has ended before the first of its days: the final account settles it. */
  'agreement-ended',
  /** No account is known that a second person has checked. */
  'no-checked-account',
  /** The permanent key of the period is taken: a person has to look at it. */
  'period-already-paid',
  /** More periods are owed than one run pays at once; the next run goes on. */
  'more-owed',
  /** The run was rejected, and the agreement is settled without it. */
  'being-settled',
  /** The run was cancelled: the next one pays it. */
  'run-cancelled',
] as const;
export const LeftOut = z
  .strictObject({
    runId: z.string(),
    agreementId: z.string(),
    reason: z.enum(leftOutReasons),
    /** The instant at which that was so. */
    at: z.iso.datetime(),
    /** The payment that was withheld, where one had been created. */
    name: z.string().nullable(),
    amountPence: Pence,
  })
  .meta({ id: 'LeftOutOfRun' });
export type LeftOut = z.infer<typeof LeftOut>;
