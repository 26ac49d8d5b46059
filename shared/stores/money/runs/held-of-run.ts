import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { RunTotals } from '../../../domain/run/run-change.ts';
import { everyItem } from '../../table/every-item.ts';
import type { Table } from '../../table/table.ts';
import { heldList, ofProvider } from '../payments/held-payments.ts';
import { dueToProviders } from './run-batches.ts';

const pageLimit = 1000;

/** What would be withheld of a run that was sent today: in one request, because few agreements are held back
 * at a time, and few providers have changed their account. */
export async function heldOfRun(table: Table, runId: string, today: CivilDate): Promise<RunTotals> {
  const items = await everyItem(table, { index: 'gsi3', pk: heldList, limit: pageLimit });
  const places = items.map((item) => String(item['gsi3sk']).split('#'));
  const held = places
    .filter(([owner]) => owner !== ofProvider)
    .flatMap(([agreementId, ...runs]) =>
      runs.map((each) => [agreementId, ...each.split('/')] as const),
    )
    .filter(([, of, , , from = '']) => of === runId && isHeldOn(today, from));
  const providers = places.filter(
    ([owner, , from = '']) => owner === ofProvider && isHeldOn(today, from),
  );
  const heldOrders = new Set(held.map(([agreementId]) => agreementId));
  const others = providers.length === 0 ? [] : await dueToProviders(table, runId);
  const heldProviders = new Set(providers.map(([, providerId]) => providerId));
  const toHeld = others.filter(
    // An order that is held itself is counted with it already.
    ({ providerId, agreementId }) => heldProviders.has(providerId) && !heldOrders.has(agreementId),
  );
  const counted = [
    ...held.map(([, , count, pence]) => ({ count: Number(count), pence: Number(pence) })),
    ...toHeld.map(({ pence }) => ({ count: 1, pence })),
  ];
  return counted.reduce(
    (sum, { count, pence }) => ({ count: sum.count + count, pence: sum.pence + pence }),
    { count: 0, pence: 0 },
  );
}

function isHeldOn(today: CivilDate, from: string): boolean {
  return from === '' || from > today;
}
