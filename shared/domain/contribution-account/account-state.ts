import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence, type SignedPence, sumPence } from '../money/pence.ts';
import type { Outcome } from '../outcome.ts';
import { PlanTerms } from './statement/billing-terms.ts';

const Version = z.int().positive();

/** What a person has to pay and has not paid in full: a statement, or a payment that was taken back. */
export const OpenItem = z
  .strictObject({
    /** The first day of the statement's period, or the reference of the payment. */
    name: z.string(),
    kind: z.enum(['statement', 'payment-taken-back']),
    dueOn: CivilDate,
    pence: Pence,
    leftPence: Pence,
  })
  .meta({ id: 'OpenContribution' });
export type OpenItem = z.infer<typeof OpenItem>;

export const Instalments = z
  .strictObject({
    agreedOn: CivilDate,
    agreedBy: z.string(),
    instalmentPence: Pence,
    every: z.enum(['four-weeks', 'month']),
    firstOn: CivilDate,
    /** What was owed when it was agreed, and what came in since. */
    coversPence: Pence,
    paidPence: Pence,
    /** By name, what they cover: a later statement is not in them. Absent of what was agreed before this was
     * kept. */
    covers: z.array(z.string()).max(400).exactOptional(),
    /** The day on which somebody looks whether it is kept. */
    checkOn: CivilDate,
  })
  .meta({ id: 'ContributionInstalments' });
export type Instalments = z.infer<typeof Instalments>;

/** What a person asked to pay bit by bit, until finance has answered. */
export const AskedInstalments = z
  .strictObject({
    /** The event that asked for it. */
    event: Version,
    askedOn: CivilDate,
    answerBy: CivilDate,
    instalmentPence: Pence,
    every: Instalments.shape.every,
  })
  .meta({ id: 'ContributionInstalmentsAsked' });
export type AskedInstalments = z.infer<typeof AskedInstalments>;

export const Dispute = z
  .strictObject({
    disputeId: z.string(),
    openedOn: CivilDate,
    openedBy: z.enum(['person', 'staff']),
    /** Who looks into it: a member of staff, or a team until one of it takes it. */
    owner: z.string(),
    reviewOn: CivilDate,
    /** The statements that it is about, by the first days of their periods. */
    statements: z.array(CivilDate).min(1).max(40),
  })
  .meta({ id: 'ContributionDispute' });
export type Dispute = z.infer<typeof Dispute>;

export const BalanceProposal = z
  .strictObject({
    /** The event that proposed it. */
    event: Version,
    kind: z.enum(['write-off', 'refund']),
    pence: Pence,
    proposedBy: z.string(),
    proposedOn: CivilDate,
  })
  .meta({ id: 'ContributionProposal' });
export type BalanceProposal = z.infer<typeof BalanceProposal>;

/** As many as are looked into at once: whoever asks about more names several statements together. */
export const disputesMax = 20;

/** Where the contribution account of a case stands: by what it bills, and what of that is open. */
export const ContributionAccount = z.strictObject({
  openedOn: CivilDate,
  terms: z.array(PlanTerms).min(1).max(200),
  /** Support is over after this day; null while it goes on. */
  ended: z
    .strictObject({
      event: Version,
      lastDay: CivilDate,
      because: z.enum(['case-ended', 'death']),
    })
    .nullable(),
  items: z.array(OpenItem).max(400),
  /** What was paid or credited beyond all that was billed. */
  creditPence: Pence,
  /** What came in, less what went back, since the last statement. */
  receivedSincePence: z.int(),
  reminders: z.strictObject({
    sent: z.int().nonnegative(),
    lastOn: CivilDate.nullable(),
    /** Somebody found that no more are to be sent for what is owed now. */
    isStopped: z.boolean(),
  }),
  instalments: Instalments.nullable(),
  instalmentsAsked: AskedInstalments.exactOptional(),
  disputes: z.array(Dispute).max(disputesMax),
  proposal: BalanceProposal.nullable(),
  /** The event that asked somebody to look at what is owed; null where nobody is asked. */
  lookAsked: Version.nullable(),
  recent: z.array(z.tuple([z.string(), Version])),
});
export type ContributionAccount = z.infer<typeof ContributionAccount>;

export const accountEventTypes = [
  'account-opened',
  'account-terms-changed',
  'account-ended',
  'account-resumed',
  'statement-issued',
  'payment-received',
  'payment-taken-back',
  'instalments-asked',
  'instalments-refused',
  'instalments-agreed',
  'instalments-ended',
  'instalments-kept',
  'instalments-broken',
  'dispute-opened',
  'dispute-answered',
  'contribution-reminded',
  'debt-look-asked',
  'debt-looked-at',
  'balance-change-proposed',
  'balance-change-approved',
  'balance-change-rejected',
] as const;
export type AccountEventType = (typeof accountEventTypes)[number];

export interface AccountChange {
  readonly type: AccountEventType;
  readonly body: unknown;
  readonly next: ContributionAccount;
}
export type AccountDecision<C extends AccountChange = AccountChange> = Outcome<C>;

/** What the person owes, in pence; below 0 where the council owes them. */
export function balanceOf({
  items,
  creditPence,
}: Pick<ContributionAccount, 'items' | 'creditPence'>): SignedPence {
  return leftToPay(items) - creditPence;
}

/** What is left to pay of such items, in pence. */
export function leftToPay(items: readonly Pick<OpenItem, 'leftPence'>[]): Pence {
  return sumPence(items.map(({ leftPence }) => leftPence));
}

/** The names of what nobody is reminded of, because somebody is looking into it. */
export function disputedNames({ disputes }: Pick<ContributionAccount, 'disputes'>): Set<string> {
  return new Set(disputes.flatMap(({ statements }) => statements));
}
