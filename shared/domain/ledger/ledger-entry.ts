import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { SignedPence, sumPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** The accounts of the ledger. A debit is positive and a credit negative: what care costs and what is
 * owed to the council grow by debits, the bank and what people contribute by credits. */
export const ledgerAccounts = [
  /** The council's account, which Bacs pays from. */
  'bank',
  /** What direct payments cost, by cost centre. */
  'direct-payments',
  /** What care costs that the council buys from providers, by cost centre. */
  'commissioned-care',
  /** What providers delivered and are not paid for yet. */
  'providers-owed',
  /** What people pay towards their own support. */
  'contributions',
  /** What people were billed for and have not paid yet. */
  'contributions-owed',
  /** What two people gave up of it. */
  'contributions-written-off',
  /** What a payee owes back: paid too much, a surplus, or not spent as agreed. */
  'reclaims-owed',
  /** Money that the bank sent back and that is still owed to the payee. */
  'returned-payments',
  /** What a final account owes to the payee or the estate. */
  'final-accounts',
  /** What was owed to the council and is given up. */
  'written-off',
] as const;
export const LedgerAccount = z.enum(ledgerAccounts).meta({ id: 'LedgerAccount' });
export type LedgerAccount = z.infer<typeof LedgerAccount>;

export const LedgerLine = z
  .strictObject({
    account: LedgerAccount,
    /** Where the cost belongs; null for an account that is the council's as a whole. */
    costCentre: z.string().nullable(),
    pence: SignedPence,
  })
  .meta({ id: 'LedgerLine' });
export type LedgerLine = z.infer<typeof LedgerLine>;

/** One balanced entry of the ledger. Nothing changes it once it is written: what was wrong is put right
 * by another entry that names it. */
export const LedgerEntry = z
  .strictObject({
    entryId: z.string(),
    kind: z.enum([
      'payment',
      'payment-returned',
      'reclaim',
      'reclaim-received',
      'write-off',
      'final-account',
      'care-delivered',
      'contribution-statement',
      'contribution-received',
      'contribution-written-off',
      'contribution-refunded',
      'correction',
    ]),
    /** The agreement that it belongs to; null for what is billed to a person. */
    agreementId: z.string().nullable(),
    /** The case to whose contribution account it belongs; absent for what an agreement is paid. */
    contributionsOf: z.string().exactOptional(),
    /** The run that it belongs to; null for what moves outside of a run. */
    runId: z.string().nullable(),
    /** The payment that it is about, by its permanent key. */
    paymentName: z.string().nullable(),
    on: CivilDate,
    lines: z.array(LedgerLine).min(2).max(60),
    /** The entry that this one corrects. */
    corrects: z.string().nullable(),
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** An entry that belongs to a run, whose journal it is in. */
export type RunEntry = LedgerEntry & { readonly runId: string };

/** An entry whose debits and credits are equal, to the penny. Refuses `invalid-input` for lines that do
 * not balance, a line of nothing, or a fraction of a penny. */
export function balanced(entry: LedgerEntry): Outcome<LedgerEntry> {
  const wrong = entry.lines.findIndex(({ pence }) => !Number.isSafeInteger(pence) || pence === 0);
  if (wrong !== -1) {
    const detail = 'A line of the ledger is of whole pence and never of nothing.';
    return refuse('invalid-input', detail, `/lines/${wrong}/pence`);
  }
  const difference = sumPence(entry.lines.map(({ pence }) => pence));
  return difference === 0
    ? accept(entry)
    : refuse('invalid-input', `The entry is out by ${difference} pence.`, '/lines');
}

/** What entries add up to, by account. */
export function balances(entries: readonly LedgerEntry[]): ReadonlyMap<LedgerAccount, SignedPence> {
  const sums = new Map<LedgerAccount, SignedPence>();
  for (const { lines } of entries) {
    for (const { account, pence } of lines) {
      sums.set(account, sumPence([sums.get(account) ?? 0, pence]));
    }
  }
  return sums;
}

/** What lines add up to by account and cost centre, in an order that stays the same. What moved there and
 * back comes to 0 and is kept. */
export function addUpLines(lines: readonly LedgerLine[]): readonly LedgerLine[] {
  const sums = new Map<string, LedgerLine>();
  for (const line of lines) {
    const key = `${line.account} ${line.costCentre ?? ''}`;
    sums.set(key, { ...line, pence: sumPence([sums.get(key)?.pence ?? 0, line.pence]) });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** The entry that takes another one back, line by line. */
export function reversalOf(
  entry: LedgerEntry,
  reversal: { readonly entryId: string; readonly on: CivilDate },
): LedgerEntry {
  return {
    ...entry,
    ...reversal,
    kind: 'correction',
    lines: entry.lines.map((line) => ({ ...line, pence: -line.pence })),
    corrects: entry.entryId,
  };
}
