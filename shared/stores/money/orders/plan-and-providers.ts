import type { CaseState } from '../../../domain/case/case-state.ts';
import type { ServiceOrder } from '../../../domain/order/service-order.ts';
import type { RecordedEvent } from '../../events/event.ts';
import type { EventLog } from '../../events/event-log.ts';
import { eventKey } from '../../table/keys.ts';
import type { Table } from '../../table/table.ts';
import { ProviderStanding, standingKey } from './provider-store.ts';

export interface PlanAndProviders {
  readonly written: RecordedEvent<CaseState> | undefined;
  readonly providers: readonly ProviderStanding[];
}

/** The plan that is arranged and the providers whom its orders name, in one request. */
export async function planAndProviders(
  { table, cases }: { readonly table: Table; readonly cases: EventLog<CaseState> },
  { caseId, version }: { readonly caseId: string; readonly version: number },
  orders: readonly Pick<ServiceOrder, 'provider' | 'paidInterim'>[],
): Promise<PlanAndProviders> {
  const ids = orders.flatMap(({ provider, paidInterim }) => [
    ...('providerId' in provider ? [provider.providerId] : []),
    ...(paidInterim ? [paidInterim.providerId] : []),
  ]);
  const [plan, ...items] = await table.getMany([
    eventKey('case', caseId, version),
    ...[...new Set(ids)].map(standingKey),
  ]);
  return {
    written: plan && cases.read(plan),
    providers: items.flatMap((item) => (item ? [ProviderStanding.parse(item)] : [])),
  };
}
