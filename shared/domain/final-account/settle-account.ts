import * as z from 'zod';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import type { PayCalendar } from '../calendar/pay-calendar.ts';
import { Reason } from '../eligibility/decision.ts';
import { costOf } from '../ledger/entry-of-payment.ts';
import { EnteredPence, type Pence, type SignedPence, sumPence } from '../money/pence.ts';
import type { AgreementHead } from '../payment/agreement-head.ts';
import { allOwed } from '../payment/next-payment.ts';
import type { Payment } from '../payment/payment.ts';
import { owedBackOf } from '../payment/worth/differences.ts';
import { equalDays, worthInPeriod } from '../payment/worth/equal-days.ts';

/** What an end leaves to be paid, and what has not been spent as agreed (domain rules section 7). */
const owedKinds = ['care-given', 'notice', 'holiday', 'redundancy', 'payroll'] as const;
const recoveredKinds = ['unspent', 'not-as-agreed'] as const;

export const FinalLine = z
  .strictObject({
    kind: z.enum([...owedKinds, ...recoveredKinds]),
    pence: EnteredPence.min(1),
    /** What shows it: an invoice, a payslip, a statement of the account. */
    evidence: Reason.meta({ examples: ['The contract gives four weeks of notice.'] }),
  })
  .meta({ id: 'FinalAccountLine' });
export type FinalLine = z.infer<typeof FinalLine>;

/** One part of a final account: what it costs the council, and what of that is paid after the person's
 * contribution. Below nothing, it is recovered. */
interface AccountPart {
  readonly what: string;
  readonly costPence: SignedPence;
  readonly netPence: SignedPence;
}

export interface SettledAccount {
  readonly parts: readonly AccountPart[];
  /** What the bank had sent back, whose cost stands in the ledger already. */
  readonly returnedPence: number;
  readonly costPence: SignedPence;
  readonly contributionPence: SignedPence;
  readonly balancePence: SignedPence;
}

/** What was paid under an agreement, one-offs and all. */
export interface PaidUntilNow {
  readonly head: AgreementHead;
  readonly payments: readonly Payment[];
}

interface FinalFigures {
  readonly lastDay: CivilDate;
  readonly lines: readonly FinalLine[];
  /** What of earlier surpluses was asked back and still stands on the payee's account. */
  readonly surplusNotBackPence: Pence;
}

/** Adds up what an agreement owes and is owed on its last day, to the penny: the days that are not paid,
 * what was withheld or sent back, and the lines with their evidence; less what was paid ahead or too
 * much. What the plan would have bought once and was never paid is owed by a line alone, because only
 * its evidence says that it was bought. */
export function settleAccount(
  { head, payments }: PaidUntilNow,
  final: FinalFigures,
  calendar: PayCalendar,
): SettledAccount {
  const { lastDay, lines, surplusNotBackPence } = final;
  const returned = head.returned ?? [];
  const held = payments.filter(({ name }) => head.withheld.includes(name) && isOwed(name));
  // What came back stands in the ledger as owed, whether or not it was about to be paid again.
  const again = held.filter(({ paysAgain }) => paysAgain !== undefined);
  const back = [...payments.filter(({ name }) => returned.includes(name)), ...again];
  const neverPaid = held.filter((each) => !again.includes(each));
  const gone = payments.filter(({ state }) => state === 'sent');
  const differences = head.oneOffs.filter(({ id }) => id.startsWith('difference-'));
  const owedBack = owedBackOf(head);
  const parts = [
    ...unpaidDays(head, lastDay, calendar).map((each) => partOf('days-not-paid', each)),
    ...neverPaid.map((each) => partOf('withheld', each)),
    ...differences.map(({ pence, costPence = pence }) => ({
      ...same('difference-not-paid', pence),
      costPence,
    })),
    ...lines.map(({ kind, pence }) => same(kind, isRecovered(kind) ? -pence : pence)),
    same('unspent-asked-back-before', Math.min(unspentOf(lines), surplusNotBackPence)),
    ...[...gone, ...neverPaid, ...back].map((each) => afterwards(head, each, lastDay)),
    { what: 'paid-too-much', costPence: -owedBack.costPence, netPence: -owedBack.pence },
  ].filter(({ costPence, netPence }) => costPence !== 0 || netPence !== 0);
  const returnedPence = sumPence(back.map(({ amountPence }) => amountPence));
  const costPence = sumPence(parts.map((each) => each.costPence));
  const netPence = sumPence(parts.map((each) => each.netPence));
  return {
    parts,
    returnedPence,
    costPence,
    contributionPence: costPence - netPence,
    balancePence: returnedPence + netPence,
  };
}

function isRecovered(kind: FinalLine['kind']): boolean {
  return recoveredKinds.some((each) => each === kind);
}

/** What still stands on the account is unspent, a surplus that was asked back before and is not paid in yet
 * included: it is taken off again, so that nobody owes it twice. */
function unspentOf(lines: readonly FinalLine[]): Pence {
  return sumPence(lines.filter(({ kind }) => kind === 'unspent').map(({ pence }) => pence));
}

/** A one-off that a stop held back is owed where it makes up for days, as a period is. */
function isOwed(name: string): boolean {
  return !name.startsWith('ONCE#') || name.startsWith('ONCE#difference-');
}

function unpaidDays(
  head: AgreementHead,
  lastDay: CivilDate,
  { anchor }: PayCalendar,
): readonly Payment[] {
  const run = { runId: '', periodStart: anchor, periodEnd: lastDay, payOn: lastDay };
  const { overpaidPence: _settledApart, overpaidCostPence: _too, ...rest } = head;
  const open = { ...rest, oneOffs: [], withheld: [], returned: [], payUntil: lastDay };
  const days = { ...run, recoveryPercentMax: 0 };
  let owed = allOwed(open, days, []);
  const payments = [...owed.payments];
  // A run pays so many periods at once; an account holds them all.
  while (owed.isMoreOwed) {
    owed = allOwed(owed.head, days, []);
    payments.push(...owed.payments);
  }
  return payments;
}

/** What a payment that was never sent comes to, with what it costs before the contribution. */
function partOf(what: string, payment: Payment): AccountPart {
  return { what, costPence: costOf(payment), netPence: payment.amountPence };
}

/** What of a payment is for days after the last one. Changed terms have made up the difference for every
 * day that was paid, so that each is worth what it is worth now. */
function afterwards(
  head: AgreementHead,
  { days, name }: Pick<Payment, 'days' | 'name'>,
  lastDay: CivilDate,
): AccountPart {
  if (!days || days.to <= lastDay) return same('paid-ahead', 0);
  const from = days.from > lastDay ? days.from : addDays(lastDay, 1);
  const stretches = equalDays(head, { from, to: days.to });
  const { costPence, netPence } = worthInPeriod(stretches, periodOf(name));
  return { what: 'paid-ahead', costPence: 0 - costPence, netPence: 0 - netPence };
}

/** A part to which nobody contributes. */
function same(what: string, pence: SignedPence): AccountPart {
  return { what, costPence: pence, netPence: pence };
}

/** The four weeks that a payment's key names, whichever payment of it this is. */
function periodOf(name: string) {
  const start = name.replaceAll('AGAIN#', '');
  return { start, end: addDays(start, 27) };
}
