import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { findProviders, providerLog } from '#shared/stores/money/orders/provider-store.ts';
import { FrozenAccount } from '#shared/stores/money/payments/payment-store.ts';
import type { Ports } from '../../../ports.ts';

/** An account that two people have seen, and the event of the agreement or the provider that holds it. */
export interface CheckedAccount {
  readonly accountEvent: number;
  readonly account: FrozenAccount;
  /** Of a provider: the first day on which money may be sent to it, where it replaced another. */
  readonly from?: CivilDate;
}

type AccountPorts = Pick<Ports, 'table' | 'agreements'>;

/** Where the payments of these agreements go, by their ids: a direct payment to the account that the
 * agreement's own events hold, and what is delivered to its provider's. What has no checked account is
 * left out. */
export async function checkedAccounts(
  heads: readonly AgreementHead[],
  { table, agreements }: AccountPorts,
): Promise<ReadonlyMap<string, CheckedAccount>> {
  const places = heads.flatMap(({ agreementId, accountEvent, providerId }) =>
    providerId !== undefined || accountEvent === undefined
      ? []
      : [{ aggregateId: agreementId, sequence: accountEvent }],
  );
  const [own, ofProviders] = await Promise.all([
    agreements.atEach(places),
    accountsOfProviders(heads, { table }),
  ]);
  const accounts = new Map(
    own.map(({ aggregateId, sequence, body }) => [
      aggregateId,
      { accountEvent: sequence, account: FrozenAccount.parse(body) },
    ]),
  );
  for (const { agreementId, providerId } of heads) {
    const account = providerId === undefined ? undefined : ofProviders.get(providerId);
    if (account) accounts.set(agreementId, account);
  }
  return accounts;
}

async function accountsOfProviders(
  heads: readonly AgreementHead[],
  { table }: Pick<Ports, 'table'>,
): Promise<ReadonlyMap<string, CheckedAccount>> {
  const providers = await payableProviders(heads, table);
  const places = [...providers].map(([aggregateId, { sequence }]) => ({ aggregateId, sequence }));
  const events = await providerLog(table).atEach(places);
  return new Map(
    events.map(({ aggregateId, sequence, body }) => {
      const from = providers.get(aggregateId)?.from;
      const account = FrozenAccount.parse(body);
      return [
        aggregateId,
        { accountEvent: sequence, account, ...(from !== undefined && { from }) },
      ];
    }),
  );
}

/** The event of a provider that holds its checked account, and the first day on which that is paid to. */
interface PayableProvider {
  readonly sequence: number;
  readonly from: CivilDate | undefined;
}

/** The providers of these orders whose account was checked, with the event that holds it: one request, and
 * none where no order is among them. */
export async function payableProviders(
  heads: readonly AgreementHead[],
  table: Ports['table'],
): Promise<ReadonlyMap<string, PayableProvider>> {
  const providers = await findProviders(
    table,
    heads.flatMap(({ providerId }) => providerId ?? []),
  );
  return new Map(
    providers.flatMap(({ providerId, accountEvent: sequence, accountFrom: from }) =>
      sequence === undefined ? [] : [[providerId, { sequence, from }] as const],
    ),
  );
}
