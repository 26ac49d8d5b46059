import type { CivilDate } from '../calendar/civil-date.ts';
import { sumPence } from '../money/pence.ts';
import type { LedgerEntry, LedgerLine } from './ledger-entry.ts';

const heading = 'date,account,cost_centre,debit,credit,reference';

/** Entries added up by account and cost centre, as a table that a finance system takes in: amounts in
 * pounds with two places, debits and credits in columns of their own, which add up to the same. */
export function journalCsv(
  entries: readonly LedgerEntry[],
  about: { readonly on: CivilDate; readonly reference: string },
): string {
  const sums = new Map<string, LedgerLine>();
  for (const line of entries.flatMap(({ lines }) => lines)) {
    const key = `${line.account} ${line.costCentre ?? ''}`;
    const pence = sumPence([sums.get(key)?.pence ?? 0, line.pence]);
    sums.set(key, { ...line, pence });
  }
  const rows = [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => rowOf(line, about));
  return [heading, ...rows].map((row) => `${row}\r\n`).join('');
}

function rowOf(
  { account, costCentre, pence }: LedgerLine,
  { on, reference }: { readonly on: CivilDate; readonly reference: string },
): string {
  const amount = pounds(Math.abs(pence));
  const [debit, credit] = pence >= 0 ? [amount, ''] : ['', amount];
  return [on, account, costCentre ?? '', debit, credit, reference].join(',');
}

function pounds(pence: number): string {
  const digits = String(pence).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
