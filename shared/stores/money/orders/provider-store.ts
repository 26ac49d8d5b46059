import * as z from 'zod';
import { addDays, CivilDate } from '../../../domain/calendar/civil-date.ts';
import { Offer } from '../../../domain/provider/offer.ts';
import { CqcLocationId, ProviderState } from '../../../domain/provider/provider-state.ts';
import { EventLog } from '../../events/event-log.ts';
import { partition } from '../../table/keys.ts';
import type { Item, Key, Table, TableWrite, Value } from '../../table/table.ts';
import { heldProviderPlace } from '../payments/held-payments.ts';

export function providerLog(table: Table): EventLog<ProviderState> {
  return new EventLog(table, 'provider', ProviderState);
}

/** A provider as orders and payments find it, beside its events. */
export const ProviderStanding = z.object({
  providerId: z.string(),
  name: z.string(),
  cqcLocationId: CqcLocationId.exactOptional(),
  offers: z.array(Offer),
  /** The provider's event that holds the account which a second person has checked: absent where there is
   * none. */
  accountEvent: z.int().positive().exactOptional(),
  /** The first day on which money may be sent there, where it replaced another. */
  accountFrom: CivilDate.exactOptional(),
});
export type ProviderStanding = z.infer<typeof ProviderStanding>;

const list = 'PROVIDERS';

export function standingKey(providerId: string): Key {
  return { pk: partition('provider', providerId), sk: 'STANDING' };
}

/** Keeps the standing in step with the provider's newest event, in its transaction. An organisation's
 * name is in the index, because it is nobody's personal data. */
export function standingWrite(providerId: string, provider: ProviderState): TableWrite {
  const { name, cqcLocationId, offers, bankDetails, isBankChecked, accountFrom } = provider;
  const item: Item = {
    ...standingKey(providerId),
    schema: 1,
    providerId,
    name,
    ...(cqcLocationId !== undefined && { cqcLocationId }),
    offers,
    ...(isBankChecked && bankDetails && { accountEvent: bankDetails.event }),
    ...(isBankChecked && accountFrom !== undefined && { accountFrom }),
    gsi1pk: list,
    gsi1sk: `${name.toLowerCase()}#${providerId}`,
    ...heldProviderPlace(providerId, provider),
  };
  return { put: item };
}

/** Providers in one request; one that there is not is left out. */
export async function findProviders(
  table: Table,
  providerIds: readonly string[],
): Promise<readonly ProviderStanding[]> {
  if (providerIds.length === 0) return [];
  const items = await table.getMany([...new Set(providerIds)].map(standingKey));
  return items.flatMap((item) => (item ? [ProviderStanding.parse(item)] : []));
}

/** Holds a transaction to the account that was checked and may be paid to on that day. */
export function accountCheck(
  providerId: string,
  accountEvent: number,
  today: CivilDate,
): TableWrite {
  return {
    check: standingKey(providerId),
    onlyIf: [
      { attribute: 'accountEvent', equals: accountEvent },
      { attribute: 'accountFrom', absentOrBelow: addDays(today, 1) },
    ],
  };
}

/** A page of providers by name, of those whose name begins so. */
export async function listProviders(
  table: Table,
  asked: { readonly name: string; readonly limit: number; readonly startAfter: Value | undefined },
): Promise<{ readonly providers: readonly ProviderStanding[]; readonly next?: Value }> {
  const { items, next } = await table.query({
    index: 'gsi1',
    pk: list,
    beginsWith: asked.name.toLowerCase(),
    limit: asked.limit,
    ...(asked.startAfter === undefined ? {} : { startAfter: asked.startAfter }),
  });
  const providers = items.map((item) => ProviderStanding.parse(item));
  return next === undefined ? { providers } : { providers, next };
}
