import type { CivilDate } from '../calendar/civil-date.ts';
import { addUpLines, type LedgerEntry, type LedgerLine } from './ledger-entry.ts';

const heading = 'date,account,cost_centre,debit,credit,reference';

/** Entries added up by account and cost centre, as a table that a finance system takes in: amounts in
 * pounds with two places, debits and credits in columns of their own, which add up to the same. */
export function journalCsv(
  entries: readonly LedgerEntry[],
  about: { readonly on: CivilDate; readonly reference: string },
): string {
  const rows = addUpLines(entries.flatMap(({ lines }) => lines))
    .filter(({ pence }) => pence !== 0)
    .map((line) => rowOf(line, about));
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
