import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { apportion } from '../money/apportion.ts';
import type { SignedPence } from '../money/pence.ts';
import { finalName, type Payment } from '../payment/payment.ts';
import { worthInPeriod } from '../payment/worth/equal-days.ts';
import type { LedgerEntry, LedgerLine, RunEntry } from './ledger-entry.ts';

/** The entry of a payment on the day that its money arrives: what the support costs, by cost centre,
 * less what the person contributes, out of the bank. A payment of nothing has no entry. */
export function entryOfPayment(entryId: string, payment: Payment): RunEntry | undefined {
  const { agreementId, name, runId, amountPence, payOn } = payment;
  const lines: readonly LedgerLine[] = [
    ...owedLines(payment),
    { account: 'bank', costCentre: null, pence: -amountPence },
  ];
  const moved = lines.filter(({ pence }) => pence !== 0);
  if (moved.length === 0) return undefined;
  return {
    entryId,
    kind: 'payment',
    agreementId,
    runId,
    paymentName: name,
    on: payOn,
    lines: moved,
    corrects: null,
  };
}

/** What is settled by a payment. One that came back cost its centre something when it was first paid: since
 * then it is owed. */
function owedLines(payment: Payment): readonly LedgerLine[] {
  const { amountPence, paysAgain, name, providerId } = payment;
  if (paysAgain !== undefined) return paidAgainLines(payment);
  if (name === finalName) {
    return [{ account: 'final-accounts', costCentre: null, pence: amountPence }];
  }
  // What was delivered cost its centre something on the day on which that was recorded.
  if (providerId !== undefined && name.startsWith('CARE#')) {
    return [{ account: 'providers-owed', costCentre: null, pence: amountPence }];
  }
  const costPence = costOf(payment);
  return [
    ...costLines(costPence, payment),
    { account: 'contributions', costCentre: null, pence: amountPence - costPence },
  ];
}

/** What was taken off when it was paid again has cost that much less. */
function paidAgainLines(payment: Payment): readonly LedgerLine[] {
  const { pence, costPence } = payment.recovered ?? { pence: 0, costPence: 0 };
  return [
    { account: 'returned-payments', costCentre: null, pence: payment.amountPence + pence },
    ...costLines(-costPence, payment),
  ];
}

/** The entry of a payment that the bank sent back: the money is the council's again, and owed. */
export function entryOfReturn(
  entryId: string,
  { agreementId, name, amountPence }: Payment,
  on: CivilDate,
): LedgerEntry {
  return {
    entryId,
    kind: 'payment-returned',
    agreementId,
    runId: null,
    paymentName: name,
    on,
    lines: [
      { account: 'bank', costCentre: null, pence: amountPence },
      { account: 'returned-payments', costCentre: null, pence: -amountPence },
    ],
    corrects: null,
  };
}

/** What a payment costs before the person's contribution, in pence: its days at what each of them is worth,
 * the key being the first day of their four weeks, less what was found to have cost less before. */
export function costOf(payment: Payment): SignedPence {
  const { amountPence, days, weekly, name, stretches, recovered } = payment;
  if (!days || !weekly) return payment.costPence ?? amountPence;
  const { pence: weeklyPence, contributionPence: weeklyContributionPence } = weekly;
  const alike = [{ ...days, weeklyPence, weeklyContributionPence }];
  const worth = worthInPeriod(stretches ?? alike, { start: name, end: addDays(name, 27) });
  return worth.costPence - (recovered?.costPence ?? 0);
}

/** What care costs, shared among the cost centres that bear it: what a provider is paid for, or what a
 * direct payment buys. */
export function costLines(
  pence: SignedPence,
  { costs = {}, providerId }: Pick<Payment, 'costs' | 'providerId'>,
): readonly LedgerLine[] {
  const account = providerId === undefined ? 'direct-payments' : 'commissioned-care';
  const centres = Object.entries(costs);
  const total = centres.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return [{ account, costCentre: null, pence }];
  const shares = apportion(
    Math.abs(pence),
    centres.map(([, weight]) => weight),
  );
  return centres.map(([costCentre], place) => ({
    account,
    costCentre,
    pence: Math.sign(pence) * (shares[place] ?? 0),
  }));
}

/** The entry of care that was delivered, or of what a correction of it changes: what it costs, by cost
 * centre, is owed to the provider from the day on which it was recorded. Nothing where nothing is owed. */
export function entryOfCare(
  entryId: string,
  head: Pick<Payment, 'agreementId' | 'costs' | 'providerId'>,
  owed: { readonly pence: SignedPence; readonly name: string; readonly on: CivilDate },
): LedgerEntry | undefined {
  const { pence, name, on } = owed;
  if (pence === 0) return undefined;
  const lines = [
    ...costLines(pence, head).filter((line) => line.pence !== 0),
    { account: 'providers-owed', costCentre: null, pence: -pence } as const,
  ];
  const { agreementId } = head;
  return {
    entryId,
    agreementId,
    on,
    lines,
    kind: 'care-delivered',
    runId: null,
    paymentName: name,
    corrects: null,
  };
}
