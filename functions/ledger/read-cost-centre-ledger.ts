import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { financialYearOf } from '#shared/domain/cost-centre/cost-curve.ts';
import { addUpLines, LedgerAccount } from '#shared/domain/ledger/ledger-entry.ts';
import { SignedPence, sumPence } from '#shared/domain/money/pence.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { type Spent, spendingIn } from '#shared/stores/money/cost-centres/spent-store.ts';
import {
  CostCentreParams,
  CostCentreYear,
  costCentreReaders,
} from '../cost-centres/read-cost-centres.ts';
import type { Ports } from '../ports.ts';

const CostCentreLedger = z
  .strictObject({
    costCentreId: z.string(),
    year: z.int(),
    spentPence: SignedPence,
    byAccount: z.array(z.strictObject({ account: LedgerAccount, pence: SignedPence })),
    byRun: z.array(z.strictObject({ runId: Id, pence: SignedPence })),
    /** What moved outside of runs, by the day whose journal it is in. */
    byJournal: z.array(z.strictObject({ day: CivilDate, pence: SignedPence })),
  })
  .meta({ id: 'CostCentreLedger' });

export const readCostCentreLedger = staffOperation({
  id: 'read-cost-centre-ledger',
  method: 'GET',
  path: '/cost-centres/{costCentreId}/ledger',
  tag: 'Ledger',
  roles: costCentreReaders,
  summary: 'What stands by a cost centre in the ledger: by account, by run and by daily journal',
  params: CostCentreParams,
  query: CostCentreYear,
  answer: CostCentreLedger,
  async handle({ params, query }, ports: Pick<Ports, 'table' | 'council' | 'system'>) {
    const { costCentreId } = params;
    if (!ports.council.costCentres.some(({ id }) => id === costCentreId)) {
      return refuse('not-found', 'There is no such cost centre.');
    }
    const year = query.year ?? financialYearOf(civilDateInLondon(ports.system.now()));
    const spending = await spendingIn(ports.table, year);
    return accept({ status: 200, body: { year, ...ledgerOf(costCentreId, spending) } });
  },
});

function ledgerOf(costCentreId: string, spending: readonly Spent[]) {
  const own = spending.map((spent) => ({
    ...spent,
    lines: spent.lines.filter(({ costCentre }) => costCentre === costCentreId),
  }));
  const lines = own.flatMap((spent) => spent.lines);
  return {
    costCentreId,
    spentPence: sumPence(lines.map(({ pence }) => pence)),
    byAccount: addUpLines(lines).map(({ account, pence }) => ({ account, pence })),
    byRun: added(own, ({ runId }) => runId).map(([runId, pence]) => ({ runId, pence })),
    byJournal: added(own, ({ bookedOn }) => bookedOn).map(([day, pence]) => ({ day, pence })),
  };
}

/** What the lines come to under each of these names, in their order. */
function added(
  spending: readonly Spent[],
  nameOf: (spent: Spent) => string | null,
): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const spent of spending) {
    const name = nameOf(spent);
    if (name === null || spent.lines.length === 0) continue;
    const pence = spent.lines.map((line) => line.pence);
    sums.set(name, sumPence([sums.get(name) ?? 0, ...pence]));
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
