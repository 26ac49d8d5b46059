import * as z from 'zod';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { financialYearOf } from '../../../domain/cost-centre/cost-curve.ts';
import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { SignedPence, sumPence } from '../../../domain/money/pence.ts';
import type { Table, TableWrite } from '../../table/table.ts';

const Spent = z.object({ byCentre: z.record(z.string(), SignedPence) });

// A year has 13 or 14 runs by the calendar, and those that are put in between.
const runsMax = 250;

/** What a run cost each cost centre, written with the event that says it was sent: the sum of its own
 * entries in the ledger, on the side of what care costs. No payment writes it. */
export function spentWrite(
  runId: string,
  payOn: CivilDate,
  entries: readonly LedgerEntry[],
): TableWrite {
  const byCentre: Record<string, number> = {};
  for (const { account, costCentre, pence } of entries.flatMap(({ lines }) => lines)) {
    if (account !== 'direct-payments' || costCentre === null) continue;
    byCentre[costCentre] = sumPence([byCentre[costCentre] ?? 0, pence]);
  }
  return { put: { ...yearKey(financialYearOf(payOn)), sk: `RUN#${runId}`, schema: 1, byCentre } };
}

function yearKey(year: number) {
  return { pk: `SPENT#${year}` };
}

/** What the runs of a financial year have cost each cost centre so far, in pence. */
export async function spentIn(table: Table, year: number): Promise<ReadonlyMap<string, number>> {
  const { items } = await table.query({ ...yearKey(year), beginsWith: 'RUN#', limit: runsMax });
  const sums = new Map<string, number>();
  for (const { byCentre } of items.map((item) => Spent.parse(item))) {
    for (const [costCentre, pence] of Object.entries(byCentre)) {
      sums.set(costCentre, sumPence([sums.get(costCentre) ?? 0, pence]));
    }
  }
  return sums;
}
