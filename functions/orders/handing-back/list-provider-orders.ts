import * as z from 'zod';
import { staffOperation } from '#shared/contracts/operation.ts';
import { listStart, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  listOfProvider,
  ordersOfProvider,
  ProviderOrder,
} from '#shared/stores/money/orders/order-store.ts';
import { findProviders } from '#shared/stores/money/orders/provider-store.ts';
import type { Ports } from '../../ports.ts';
import { ProviderParams } from '../../providers/change-provider.ts';
import { orderReaders } from '../change-order.ts';

const ProviderOrders = z
  .strictObject({ orders: z.array(ProviderOrder), cursor: z.string().optional() })
  .meta({ id: 'ProviderOrders' });

export const listProviderOrders = staffOperation({
  id: 'list-provider-orders',
  method: 'GET',
  path: '/providers/{providerId}/orders',
  tag: 'Service orders',
  roles: orderReaders,
  summary: 'What a provider gives, and what of it was handed back and is to be arranged anew',
  params: ProviderParams,
  query: PageQuery,
  answer: ProviderOrders,
  async handle({ params, query }, { table }: Pick<Ports, 'table'>) {
    const { providerId } = params;
    const { limit } = query;
    const start = listStart(query.cursor, listOfProvider(providerId));
    if (!start.accepted) return start;
    const [page, [provider]] = await Promise.all([
      ordersOfProvider(table, providerId, { limit, startAfter: start.value }),
      findProviders(table, [providerId]),
    ]);
    if (!provider) return refuse('not-found', 'There is no such provider.');
    const cursor = toCursor(page.next);
    return accept({
      status: 200,
      body: { orders: page.orders, ...(cursor === undefined ? {} : { cursor }) },
    });
  },
});
