import type { LeftOut, Payment, PaymentState } from '../../domain/payment/payment.ts';
import type { RunTotals } from '../../domain/run/run-change.ts';
import type { Table } from '../table/table.ts';
import { leftOutOfRun, paymentsInRun } from './payment-store.ts';
import { type EntryList, leftOutList, listShard, type Place, paymentList } from './run-entries.ts';
import { agreementsLookedAt, type DonePart, doneParts, type RunSums } from './run-parts.ts';

const agreementsAtOnce = 8;
const pageLimit = 250;

/** Counts one part of a run, from consistent reads of every agreement that it looked at. It has to be
 * closed first, so that no payment joins it meanwhile. */
export async function sumPart(table: Table, runId: string, shard: number): Promise<RunSums> {
  const agreementIds = await agreementsOfPart(table, runId, shard);
  const payments: Payment[] = [];
  const leftOut: LeftOut[] = [];
  for (let from = 0; from < agreementIds.length; from += agreementsAtOnce) {
    const some = agreementIds.slice(from, from + agreementsAtOnce);
    const found = await Promise.all([
      Promise.all(some.map((agreementId) => paymentsInRun(table, { agreementId, runId }))),
      Promise.all(some.map((agreementId) => leftOutOfRun(table, { agreementId, runId }))),
    ]);
    payments.push(...found[0].flat());
    leftOut.push(...found[1].flat());
  }
  return sumEntries(payments, leftOut);
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

function sumEntries(payments: readonly Payment[], leftOut: readonly LeftOut[]): RunSums {
  const inState = (state: PaymentState) => total(payments.filter((each) => each.state === state));
  return {
    due: inState('due'),
    sent: inState('sent'),
    withheld: total(leftOut.filter(({ name }) => name !== null)),
    leftOut: leftOut.filter(({ name }) => name === null).length,
    activatedBy: [...new Set(payments.map(({ activatedBy }) => activatedBy))],
  };
}

function total(entries: readonly { readonly amountPence: number }[]): RunTotals {
  return addUp(entries.map(({ amountPence }) => ({ count: 1, pence: amountPence })));
}

function addUp(totals: readonly RunTotals[]): RunTotals {
  return totals.reduce(
    (sum, { count, pence }) => ({ count: sum.count + count, pence: sum.pence + pence }),
    { count: 0, pence: 0 },
  );
}

/** A part that was prepared before it noted whom it looked at is known by its entries. */
async function agreementsOfPart(
  table: Table,
  runId: string,
  shard: number,
): Promise<readonly string[]> {
  const noted = await agreementsLookedAt(table, runId, shard);
  if (noted.length > 0) return noted;
  const entries = await Promise.all([
    allOfShard(table, runId, { list: paymentList, shard }),
    allOfShard(table, runId, { list: leftOutList, shard }),
  ]);
  return [...new Set(entries.flat())];
}

async function allOfShard<E extends Payment | LeftOut>(
  table: Table,
  runId: string,
  { list, shard }: { readonly list: EntryList<E>; readonly shard: number },
): Promise<readonly string[]> {
  const found: string[] = [];
  let from: Place | undefined = { shard };
  while (from) {
    const page: Awaited<ReturnType<typeof listShard<E>>> = await listShard(table, runId, {
      list,
      from,
      limit: pageLimit,
    });
    found.push(...page.entries.map(({ agreementId }) => agreementId));
    from = page.next;
  }
  return found;
}
