import type { Pence } from '../../money/pence.ts';
import { accept, type Outcome } from '../../outcome.ts';
import { weeklyPenceForPoints } from '../convert-points.ts';
import type { AllocationTable } from '../tables.ts';
import type { PastPackage, PricedPoints } from './past-package.ts';

/** What the packages of some people cost by the week, and what the present and the proposed table
 * give for the same points: gross, before a contingency and before what anybody pays themselves. */
export interface WeeklySums {
  readonly packages: number;
  readonly actualWeeklyPence: Pence;
  readonly presentWeeklyPence: Pence;
  readonly proposedWeeklyPence: Pence;
  /** People for whom the proposed table gives more than the present one, less, or the same. */
  readonly gaining: number;
  readonly losing: number;
  readonly unchanged: number;
  /** People for whom the proposed table gives less than their support costs. Their needs are met
   * all the same (Care Act 2014 s26): they are whom planners would have to argue for. */
  readonly belowActual: number;
}

export interface GroupSums extends WeeklySums {
  readonly group: string;
}

export interface Comparison {
  readonly all: WeeklySums;
  /** By the groups' names, in the order of their letters. */
  readonly groups: readonly GroupSums[];
  /** The most that anybody gains or loses by the week; 0 where nobody does. */
  readonly greatestGainWeeklyPence: Pence;
  readonly greatestLossWeeklyPence: Pence;
}

type Tally = { -readonly [Sum in keyof WeeklySums]: number };

function emptyTally(): Tally {
  return {
    packages: 0,
    actualWeeklyPence: 0,
    presentWeeklyPence: 0,
    proposedWeeklyPence: 0,
    gaining: 0,
    losing: 0,
    unchanged: 0,
    belowActual: 0,
  };
}

interface Amounts {
  readonly actual: Pence;
  readonly present: Pence;
  readonly proposed: Pence;
}

function count(tally: Tally, { actual, present, proposed }: Amounts): void {
  tally.packages += 1;
  tally.actualWeeklyPence += actual;
  tally.presentWeeklyPence += present;
  tally.proposedWeeklyPence += proposed;
  if (proposed > present) tally.gaining += 1;
  else if (proposed < present) tally.losing += 1;
  else tally.unchanged += 1;
  if (proposed < actual) tally.belowActual += 1;
}

/** What a table gives for each number of points that occurs, looked up once for each. */
function amountsByPoints(
  table: AllocationTable,
  packages: readonly PricedPoints[],
): Outcome<ReadonlyMap<number, Pence>> {
  const amounts = new Map<number, Pence>();
  for (const { pointsHundredths } of packages) {
    if (amounts.has(pointsHundredths)) continue;
    const amount = weeklyPenceForPoints(table, pointsHundredths);
    if (!amount.accepted) return amount;
    amounts.set(pointsHundredths, amount.value);
  }
  return accept(amounts);
}

/** Sums in weekly pence over all packages and by group. Every group is priced by the same tables.
 * Refuses what `weeklyPenceForPoints` refuses, where a table is unusable or has no amount. */
export function compareTables(
  packages: readonly PastPackage[],
  tables: { readonly present: AllocationTable; readonly proposed: AllocationTable },
): Outcome<Comparison> {
  const present = amountsByPoints(tables.present, packages);
  if (!present.accepted) return present;
  const proposed = amountsByPoints(tables.proposed, packages);
  if (!proposed.accepted) return proposed;
  const all = emptyTally();
  const groups = new Map<string, Tally>();
  let greatestGainWeeklyPence = 0;
  let greatestLossWeeklyPence = 0;
  for (const { pointsHundredths, weeklyPence, group } of packages) {
    const amounts = {
      actual: weeklyPence,
      present: present.value.get(pointsHundredths) ?? 0,
      proposed: proposed.value.get(pointsHundredths) ?? 0,
    };
    const ofGroup = groups.get(group) ?? emptyTally();
    groups.set(group, ofGroup);
    count(all, amounts);
    count(ofGroup, amounts);
    const gain = amounts.proposed - amounts.present;
    greatestGainWeeklyPence = Math.max(greatestGainWeeklyPence, gain);
    greatestLossWeeklyPence = Math.max(greatestLossWeeklyPence, -gain);
  }
  const byName = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return accept({
    all,
    groups: byName.map(([group, tally]) => ({ group, ...tally })),
    greatestGainWeeklyPence,
    greatestLossWeeklyPence,
  });
}
