import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { Pence } from '../../../domain/money/pence.ts';
import { partition } from '../../table/keys.ts';
import type { Table, TableWrite } from '../../table/table.ts';

/** What was delivered on one service order in one pay period, as the newest record of it says. */
export const Actual = z.object({
  orderId: z.string(),
  partId: z.string(),
  /** The first day of the pay period, which names the record. */
  periodStart: CivilDate,
  /** The days of the period on which the order held. */
  from: CivilDate,
  to: CivilDate,
  /** What the person's care cost the council, after missed visits. */
  deliveredPence: Pence,
  /** What was ordered for those days. */
  plannedPence: Pence,
  /** 1 for the first record of the period, and one more for each correction. */
  revision: z.int().positive(),
});
export type Actual = z.infer<typeof Actual>;

const prefix = 'ACTUAL#';

/** Keeps the newest record of a period, in the order of the periods, so that one query reads what a
 * statement needs. Refused when another one has been kept meanwhile. */
export function actualWrite(caseId: string, actual: Actual): TableWrite {
  const sk = `${prefix}${actual.periodStart}#${actual.orderId}`;
  return {
    put: { pk: partition('case', caseId), sk, schema: 1, ...actual },
    onlyIf: [{ attribute: 'revision', absentOrBelow: actual.revision }],
  };
}

// Twenty orders at once over four years.
const actualsMax = 1_040;

/** What was delivered to the person of a case in the pay periods that begin in these days, the earliest
 * first. */
export async function actualsOfCase(
  table: Table,
  caseId: string,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<readonly Actual[]> {
  const { items } = await table.query({
    pk: partition('case', caseId),
    from: `${prefix}${from}`,
    to: `${prefix}${to}#~`,
    limit: actualsMax,
  });
  return items.map((item) => Actual.parse(item));
}
