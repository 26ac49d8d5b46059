import type { RunTotals } from '../../../domain/run/run-change.ts';
import type { Table } from '../../table/table.ts';
import { entriesOfPart } from './run-batches.ts';
import { type DonePart, doneParts, type RunSums } from './run-parts.ts';

/** Counts one part of a run. It has to be closed first, so that no payment joins it meanwhile. */
export async function sumPart(table: Table, runId: string, shard: number): Promise<RunSums> {
  const { totals, activatedBy, leftOut } = await entriesOfPart(table, runId, shard);
  const { selected, sent, withheld } = totals;
  const due = {
    count: selected.count - sent.count - withheld.count,
    pence: selected.pence - sent.pence - withheld.pence,
  };
  if (due.count < 0 || due.pence < 0) {
    throw new Error(`part ${shard} of run ${runId} sent more than was selected and approved`);
  }
  return { due, sent, withheld, leftOut, activatedBy: [...activatedBy] };
}

/** What a whole run adds up to, as far as its parts are done. */
export async function sumRun(
  table: Table,
  runId: string,
): Promise<{ readonly parts: readonly DonePart[]; readonly sums: RunSums }> {
  const parts = await doneParts(table, runId);
  const counted = await Promise.all(
    parts.map(({ shard, sums }) => sums ?? sumPart(table, runId, shard)),
  );
  const totals = (of: (sums: RunSums) => RunTotals) => addUp(counted.map(of));
  const sums = {
    due: totals(({ due }) => due),
    sent: totals(({ sent }) => sent),
    withheld: totals(({ withheld }) => withheld),
    leftOut: counted.reduce((count, { leftOut }) => count + leftOut, 0),
    activatedBy: [...new Set(counted.flatMap(({ activatedBy }) => activatedBy))],
  };
  return { parts, sums };
}

function addUp(totals: readonly RunTotals[]): RunTotals {
  return totals.reduce(
    (sum, { count, pence }) => ({ count: sum.count + count, pence: sum.pence + pence }),
    { count: 0, pence: 0 },
  );
}
