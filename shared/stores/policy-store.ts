import { DelegationScheme } from '../domain/budget/delegated-limits-policy.ts';
import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { partition } from './table/keys.ts';
import type { Table, TableWrite } from './table/table.ts';

export const delegatedLimits = 'delegated-limits';

/** The item by which a scheme of delegation is found from a date, written with the event that sets
 * it. */
export function delegationWrite(scheme: DelegationScheme): TableWrite {
  const key = { pk: partition('policy', delegatedLimits), sk: `FROM#${scheme.from}` };
  return { put: { ...key, schema: 1, scheme } };
}

/** The scheme of delegation in force on a day: one query, whatever the number of schemes. */
export async function delegationOn(
  table: Table,
  day: CivilDate,
): Promise<DelegationScheme | undefined> {
  const { items } = await table.query({
    pk: partition('policy', delegatedLimits),
    from: 'FROM#',
    to: `FROM#${day}`,
    newestFirst: true,
    limit: 1,
  });
  return items[0] && DelegationScheme.parse(items[0]['scheme']);
}
