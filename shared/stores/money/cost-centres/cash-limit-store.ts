import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { CashLimits } from '../../../domain/cost-centre/cash-limits.ts';
import { partition } from '../../table/keys.ts';
import type { Table, TableWrite } from '../../table/table.ts';

export const cashLimits = 'cash-limits';

/** The item by which the cash limits are found from a date, written with the event that sets them. */
export function cashLimitsWrite(limits: CashLimits): TableWrite {
  const key = { pk: partition('policy', cashLimits), sk: `FROM#${limits.from}` };
  return { put: { ...key, schema: 1, limits } };
}

/** The cash limits in force on a day: one query, however often they were set. */
export async function cashLimitsOn(table: Table, day: CivilDate): Promise<CashLimits | undefined> {
  const { items } = await table.query({
    pk: partition('policy', cashLimits),
    from: 'FROM#',
    to: `FROM#${day}`,
    newestFirst: true,
    limit: 1,
  });
  return items[0] && CashLimits.parse(items[0]['limits']);
}
