import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { financialYearOf } from '../../../domain/cost-centre/cost-curve.ts';
import { addUpLines, type LedgerEntry, LedgerLine } from '../../../domain/ledger/ledger-entry.ts';
import { sumPence } from '../../../domain/money/pence.ts';
import { everyItem } from '../../table/every-item.ts';
import type { Item, Key, Table, TableWrite } from '../../table/table.ts';

/** What a run, or an entry that was booked outside a run, did to the accounts by cost centre. */
export const Spent = z.object({
  runId: z.string().nullable(),
  /** The day whose journal it is in, where it is in that of no run. */
  bookedOn: CivilDate.nullable(),
  lines: z.array(LedgerLine),
});
export type Spent = z.infer<typeof Spent>;

const pageLimit = 1_000;

function runKey(runId: string, payOn: CivilDate): Key {
  return { pk: yearOf(payOn), sk: `RUN#${runId}` };
}

function yearOf(on: CivilDate): string {
  return yearKey(financialYearOf(on));
}

function yearKey(year: number): string {
  return `SPENT#${year}`;
}

function spentItem(key: Key, spent: Spent): Item {
  return { ...key, schema: 1, ...spent };
}

/** What a run did to the accounts, written with the event that says it was sent: the sum of its own entries
 * in the ledger. No payment writes it. */
export function spentWrite(
  runId: string,
  payOn: CivilDate,
  entries: readonly LedgerEntry[],
): TableWrite {
  const lines = [...addUpLines(entries.flatMap((entry) => entry.lines))];
  return { put: spentItem(runKey(runId, payOn), { runId, bookedOn: null, lines }) };
}

/** What an entry outside of runs costs cost centres, written with the entry. */
export function spentOutsideWrite(
  { entryId, on, lines }: LedgerEntry,
  bookedOn: CivilDate,
): TableWrite {
  const key = { pk: yearOf(on), sk: `ENTRY#${bookedOn}#${entryId}` };
  return { put: spentItem(key, { runId: null, bookedOn, lines }), onlyIf: ['absent'] };
}

/** What a run that was sent did to the accounts; nothing before that. */
export async function spentByRun(
  table: Table,
  runId: string,
  payOn: CivilDate,
): Promise<Spent | undefined> {
  const item = await table.get(runKey(runId, payOn));
  return item && Spent.parse(item);
}

/** Everything that cost the cost centres something in a financial year. */
export async function spendingIn(table: Table, year: number): Promise<readonly Spent[]> {
  const items = await everyItem(table, { pk: yearKey(year), limit: pageLimit });
  return items.map((item) => Spent.parse(item));
}

/** What a financial year has cost each cost centre so far, in pence: what stands by it in the ledger. */
export async function spentIn(table: Table, year: number): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  for (const { lines } of await spendingIn(table, year)) {
    for (const { costCentre, pence } of lines) {
      if (costCentre === null) continue;
      sums.set(costCentre, sumPence([sums.get(costCentre) ?? 0, pence]));
    }
  }
  return sums;
}
