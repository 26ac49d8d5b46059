import * as z from 'zod';
import { PassedCheck } from '../bank/passed-check.ts';
import { Payee } from '../budget/personal-budget.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence, SignedPence } from '../money/pence.ts';
import { MonitoringState } from '../monitoring/monitoring-state.ts';
import { OneOffPayment } from '../one-off/one-off-payment.ts';
import type { Outcome } from '../outcome.ts';
import { PausedDays } from '../payment/worth/equal-days.ts';
import { PlanBuys } from '../plan/spending/plan-buys.ts';
import { PurchaseCategory } from '../plan/spending/purchase-category.ts';
import { Reclaim } from '../reclaim/reclaim-state.ts';

export const agreementStatuses = [
  'requested',
  'checked',
  'signed',
  'active',
  'suspended',
  'closed',
] as const;

/** A final account as one person proposed it: what it comes to, and what it rests on. */
export const ProposedAccount = z
  .strictObject({
    /** The event that holds its lines with their evidence. */
    event: z.int().positive(),
    proposedBy: z.string(),
    lastDay: CivilDate,
    /** What is owed to the payee or the estate, or, below nothing, by them. */
    balancePence: SignedPence,
    /** What was kept of it for reclaims that were still owed. */
    setOffPence: Pence.exactOptional(),
    /** What of it the bank had sent back. */
    returnedPence: Pence,
    /** What the days and lines of it cost the council, and what of that the person contributes. */
    costPence: SignedPence,
    contributionPence: SignedPence,
    /** How the payments stood: they may not have changed when it is approved. */
    revision: z.int().positive(),
    approvedBy: z.string().nullable(),
  })
  .meta({ id: 'FinalAccountState' });
export type ProposedAccount = z.infer<typeof ProposedAccount>;

/** Where a direct payment agreement stands (Care Act 2014 s31-s33). */
export const AgreementState = z.strictObject({
  status: z.enum(agreementStatuses),
  caseId: z.string(),
  partId: z.string(),
  payee: Payee,
  /** The plan whose amounts are being paid; null until the agreement is active. */
  planVersion: z.int().positive().nullable(),
  /** What that plan buys; absent where it was written before this was kept. */
  planBuys: PlanBuys.exactOptional(),
  weeklyPence: z.int().nonnegative(),
  /** What is taken off before payment: the contribution of a net part, or nothing. */
  weeklyContributionPence: z.int().nonnegative(),
  isContributionProvisional: z.boolean(),
  /** The event that holds the account in full, who entered it, and its last three digits. */
  bankDetails: z
    .strictObject({
      event: z.int().positive(),
      enteredBy: z.string(),
      lastDigits: z.string().length(3),
      /** Whether the bank reads the payee's name in other letters than it was given in. */
      isNameRewritten: z.boolean().exactOptional(),
      /** Whether there is a check that the numbers passed; not known of earlier accounts. */
      modulusCheck: PassedCheck.exactOptional(),
    })
    .nullable(),
  isBankChecked: z.boolean(),
  signedOn: CivilDate.nullable(),
  startsOn: CivilDate.nullable(),
  /** The day by which the direct payment itself is looked at (SI 2014/2871 reg 7); null until
   * paid. */
  nextReview: CivilDate.nullable(),
  /** Why nothing may be paid at present, or nothing. */
  payStop: z.string().nullable(),
  /** The days on which its support is paused, with the event that paused them and who recorded it. */
  pauses: z
    .array(PausedDays.extend({ event: z.int().positive(), recordedBy: z.string() }))
    .exactOptional(),
  /** One-off payments that were asked for and wait for the second key. */
  oneOffsAsked: z
    .array(
      z.strictObject({
        event: z.int().positive(),
        pence: Pence,
        askedBy: z.string(),
        /** All of what was asked for; absent of what was before this was kept. */
        request: OneOffPayment.exactOptional(),
      }),
    )
    .exactOptional(),
  /** What two people have let be bought once beside the plans. */
  boughtBeside: z.array(PurchaseCategory).exactOptional(),
  /** A safeguarding hold of its payee: the agreement and the event that set it, who owns it, and the day by
   * which it is looked at again. */
  payeeHold: z
    .strictObject({
      origin: z.string(),
      event: z.int().positive(),
      by: z.string(),
      on: CivilDate,
      reviewOn: CivilDate,
    })
    .exactOptional(),
  /** The last day that is paid for, where it was ended without a plan that follows it. */
  endsOn: CivilDate.exactOptional(),
  /** Its final account: proposed, and once a second person has approved it, settled. */
  finalAccount: ProposedAccount.exactOptional(),
  /** How its use is watched; absent until it is paid. */
  monitoring: MonitoringState.exactOptional(),
  /** Money that is asked back, the settled as well. */
  reclaims: z.array(Reclaim).exactOptional(),
  /** The ids of the newest requests and the events that answered them. */
  recent: z.array(z.tuple([z.string(), z.int().positive()])),
});
export type AgreementState = z.infer<typeof AgreementState>;

/** Every kind of event in the life of an agreement. */
export type AgreementEventType =
  | 'agreement-requested'
  | 'bank-details-recorded'
  | 'bank-details-checked'
  | 'agreement-signed'
  | 'agreement-activated'
  | 'agreement-changed'
  | 'agreement-reviewed'
  | 'agreement-ended'
  | 'payments-stopped'
  | 'payments-released'
  | 'payments-paused'
  | 'payee-held'
  | 'payee-hold-reviewed'
  | 'payee-released'
  | 'one-off-asked'
  | 'one-off-authorised'
  | 'one-off-rejected'
  | 'recovery-agreed'
  | 'payments-restarted'
  | 'payment-returned'
  | 'final-account-proposed'
  | 'final-account-approved'
  | 'final-account-rejected'
  | 'return-asked'
  | 'return-overdue'
  | 'return-made'
  | 'return-checked'
  | 'return-queried'
  | 'reclaim-proposed'
  | 'reclaim-confirmed'
  | 'reclaim-rejected'
  | 'reclaim-received'
  | 'write-off-proposed'
  | 'write-off-approved'
  | 'write-off-rejected';

export interface AgreementChange {
  readonly type: AgreementEventType;
  readonly body: unknown;
  readonly next: AgreementState;
}

export type AgreementDecision = Outcome<AgreementChange>;
