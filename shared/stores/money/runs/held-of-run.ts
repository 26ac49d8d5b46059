import * as z from 'zod';
import { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { Pence } from '../../../domain/money/pence.ts';
import { leftOutReasons } from '../../../domain/payment/payment.ts';
import { everyItem } from '../../table/every-item.ts';
import type { Table } from '../../table/table.ts';
import { heldList, ofProvider } from '../payments/held-payments.ts';
import { dueToProviders } from './run-batches.ts';

const pageLimit = 1000;

/** An agreement, or an order, of which a run would withhold something if it was sent today. */
export const HeldBack = z
  .strictObject({
    agreementId: z.string(),
    /** Null where it was held back before this was kept. */
    reason: z.enum(leftOutReasons).nullable(),
    count: z.int().positive(),
    pence: Pence,
    /** The day from which it may be sent, where only a new account has to wait. */
    from: CivilDate.nullable(),
  })
  .meta({ id: 'HeldBackFromRun' });
export type HeldBack = z.infer<typeof HeldBack>;

/** What would be withheld of a run that was sent today: in one request, because few agreements are held back
 * at a time, and few providers have changed their account. */
export async function heldOfRun(
  table: Table,
  runId: string,
  today: CivilDate,
): Promise<readonly HeldBack[]> {
  const items = await everyItem(table, { index: 'gsi3', pk: heldList, limit: pageLimit });
  const places = items.map((item) => String(item['gsi3sk']).split('#'));
  const held = places
    .filter(([owner]) => owner !== ofProvider)
    .flatMap(([agreementId = '', ...runs]) =>
      runs.map((each) => [agreementId, ...each.split('/')] as const),
    )
    .filter(([, of, , , from = '']) => of === runId && isHeldOn(today, from))
    .map(([agreementId, , count, pence, from = '', reason = null]) =>
      HeldBack.parse({
        agreementId,
        reason,
        count: Number(count),
        pence: Number(pence),
        from: from || null,
      }),
    );
  const providers = places.filter(
    ([owner, , from = '']) => owner === ofProvider && isHeldOn(today, from),
  );
  const others = providers.length === 0 ? [] : await dueToProviders(table, runId);
  const heldOrders = new Set(held.map(({ agreementId }) => agreementId));
  const heldProviders = new Map(providers.map(([, id = '', from = '']) => [id, from]));
  const toHeld = others.flatMap(({ providerId, agreementId, pence }): HeldBack[] => {
    const from = heldProviders.get(providerId);
    // An order that is held itself is counted with it already.
    if (from === undefined || heldOrders.has(agreementId)) return [];
    const reason = from === '' ? 'no-checked-account' : 'account-cooling-off';
    return [{ agreementId, reason, count: 1, pence, from: from || null }];
  });
  return [...held, ...toHeld];
}

function isHeldOn(today: CivilDate, from: string): boolean {
  return from === '' || from > today;
}
