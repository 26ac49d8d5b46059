import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import { Pence, SignedPence } from '../money/pence.ts';
import { PurchaseCategory } from '../plan/spending/purchase-category.ts';
import { beginsAfterEnd } from './after-the-end.ts';
import { InRun } from './held-in-runs.ts';
import { OwedCare } from './owed-care.ts';
import { EarlierTerms, PausedDays } from './worth/equal-days.ts';

/** Why nothing is paid to an agreement at present. An officer's stop is released by another
 * officer; an account that changed stops it until a second person has checked it; a death, and the
 * end of the case, leave what is still owed to the final account. After a death that was taken back
 * it stays stopped until finance releases it. */
export const PayStop = z
  .strictObject({
    kind: z.enum(['officer', 'bank-details', 'case-ended', 'death', 'death-reversed']),
    by: z.string(),
    on: CivilDate,
    /** The day of the death, after which no day is paid for. */
    diedOn: CivilDate.exactOptional(),
    /** An officer's stop that a death came over: it stands again if the death was a mistake. */
    officer: z.strictObject({ by: z.string(), on: CivilDate }).exactOptional(),
  })
  .meta({ id: 'PayStop' });
export type PayStop = z.infer<typeof PayStop>;

/** What payments need to know of an active agreement, and how far it has been paid. */
export const AgreementHead = z.strictObject({
  schema: z.literal(1),
  agreementId: z.string(),
  caseId: z.string(),
  weeklyPence: Pence,
  /** What is taken off each week before payment: the contribution of a net part, 0 for a gross
   * one. */
  weeklyContributionPence: Pence,
  /** The actual first day of the support (domain rules section 6): never a planned one. */
  startsOn: CivilDate,
  /** The last day that is paid for, which only ever moves forward; at first the day before the
   * start. */
  paidThrough: CivilDate,
  /** The last day to be paid for, once it is known. */
  payUntil: CivilDate.nullable(),
  /** What the plan buys once and has not been paid for. */
  oneOffs: z.array(
    z.strictObject({
      id: z.string(),
      pence: Pence,
      purchase: PurchaseCategory.exactOptional(),
      /** The cost centre that bears it, where its line names one of its own. */
      costCentre: z.string().exactOptional(),
      /** What of the cost it is, where the person's contribution changed with it. */
      costPence: SignedPence.exactOptional(),
    }),
  ),
  /** The names of payments that a stop held back from a run, to be paid once it is released. */
  withheld: z.array(z.string()),
  /** The names of payments that the bank sent back, to be paid again to another account. */
  returned: z.array(z.string()).exactOptional(),
  /** What was paid too much for days behind, to be taken off the next payments, and by the final account
   * what of it is left then; and what of the cost falls with it, where that is another sum. */
  overpaidPence: Pence.exactOptional(),
  overpaidCostPence: SignedPence.exactOptional(),
  /** How many in a hundred of a payment are taken off at most, where something else was agreed with the
   * payee than the council's own setting. */
  recoveryPercent: z.int().min(0).max(100).exactOptional(),
  /** The terms that held before those of now, in order; the days before the first change that is kept are
   * worth what it says. */
  earlierTerms: z.array(EarlierTerms).exactOptional(),
  /** The days on which the support is paused, of which no two are the same. */
  pauses: z.array(PausedDays).exactOptional(),
  /** What two people found in the final account and is not paid yet. From then on no day is paid for and
   * nothing stops what is owed. */
  final: z.strictObject({ owedPence: Pence }).exactOptional(),
  /** How what is paid falls to cost centres, in pence that only their proportion counts of. */
  costs: z.record(z.string(), Pence).exactOptional(),
  /** The agreement's event that holds the account which a second person has checked: nothing is paid
   * without one. */
  accountEvent: z.int().positive().exactOptional(),
  /** The first day on which money may be sent to that account, where it replaced another. */
  accountFrom: CivilDate.exactOptional(),
  /** Of a service order: the provider whose account is paid, which stands with the provider and not here. */
  providerId: z.string().exactOptional(),
  /** What was delivered and is not paid yet, and what is taken off the next payments for it. */
  care: z.array(OwedCare).exactOptional(),
  careCreditPence: Pence.exactOptional(),
  /** The officer who made the agreement active: may not approve a run that pays it. */
  activatedBy: z.string(),
  /** Who holds the payee because of a safeguarding concern, and since when: nothing is paid meanwhile,
   * whatever else stops it. */
  payeeHold: z.strictObject({ by: z.string(), on: CivilDate }).exactOptional(),
  payStop: PayStop.optional(),
  /** What the newest runs were to pay, so that whoever approves one sees what of it is held back since. */
  inRuns: z.array(InRun).exactOptional(),
  /** Counts the changes, so that no two overwrite each other. */
  revision: z.int().positive(),
});
export type AgreementHead = z.infer<typeof AgreementHead>;

/** An agreement as activation hands it over to payments. */
export type NewHead = Omit<
  AgreementHead,
  'schema' | 'paidThrough' | 'payUntil' | 'withheld' | 'payStop' | 'revision'
>;

export function newHead(agreement: NewHead): AgreementHead {
  return {
    ...agreement,
    schema: 1,
    paidThrough: addDays(agreement.startsOn, -1),
    payUntil: null,
    withheld: [],
    revision: 1,
  };
}

/** The first day that nothing has been paid for, or nothing when no day is left to pay. */
export function firstUnpaidDay(head: AgreementHead): CivilDate | undefined {
  if (head.final) return undefined;
  const isOver = head.payUntil !== null && head.paidThrough >= head.payUntil;
  return isOver || isWorthNothing(head) ? undefined : addDays(head.paidThrough, 1);
}

/** No day that is left is worth anything, nor is one that was before the terms changed. */
function isWorthNothing({ weeklyPence, earlierTerms = [], paidThrough }: AgreementHead): boolean {
  return weeklyPence === 0 && !earlierTerms.some(({ until }) => until > paidThrough);
}

/** The day from which a run has to look at the agreement; nothing where no run will pay it any
 * more. An agreement that an officer stopped stays in sight of every run, so that nobody forgets
 * it. */
export function dueOn(head: AgreementHead): CivilDate | undefined {
  const { payStop } = head;
  if (payStop?.kind === 'case-ended' || payStop?.kind === 'death') return undefined;
  return owesBeside(head) ? head.startsOn : firstUnpaidDay(head);
}

/** Whether something is to be paid besides the days of a period. What was held or came back of periods after
 * the last day is settled by the final account alone. */
export function owesBeside(head: AgreementHead): boolean {
  const { oneOffs, withheld, returned = [], care = [], final } = head;
  const again = [...withheld, ...returned].filter((name) => !isPeriodAfterEnd(head, name));
  const lists = [oneOffs, again, care];
  return lists.some(({ length }) => length > 0) || (final?.owedPence ?? 0) > 0;
}

/** Whether a payment's key names a period that begins after the last day. */
function isPeriodAfterEnd(head: AgreementHead, name: string): boolean {
  const { data: firstDay = null } = CivilDate.safeParse(name.replaceAll('AGAIN#', ''));
  return beginsAfterEnd(head, firstDay);
}
