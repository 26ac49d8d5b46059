import * as z from 'zod';
import { Id, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { CqcLocationId } from '#shared/domain/provider/provider-state.ts';
import { listProviders, providerLog } from '#shared/stores/money/orders/provider-store.ts';
import type { Ports } from '../ports.ts';
import {
  ProviderAnswer,
  ProviderParams,
  providerReaders,
  showProvider,
} from './change-provider.ts';

export const readProvider = staffOperation({
  id: 'read-provider',
  method: 'GET',
  path: '/providers/{providerId}',
  tag: 'Providers',
  roles: providerReaders,
  summary: 'Read what a provider offers, and whether its account was checked',
  params: ProviderParams,
  query: NoQuery,
  answer: ProviderAnswer,
  async handle({ params }, { table }: Pick<Ports, 'table'>) {
    const last = await providerLog(table).last(params.providerId);
    return last ? showProvider(last, 200) : refuse('not-found', 'There is no such provider.');
  },
});

const ProviderRow = z
  .strictObject({
    providerId: Id,
    name: z.string(),
    cqcLocationId: CqcLocationId.optional(),
    /** Whether a second person has checked the account that it is paid to. */
    isPayable: z.boolean(),
  })
  .meta({ id: 'ProviderRow' });
const ProviderPage = z
  .strictObject({ providers: z.array(ProviderRow), cursor: z.string().optional() })
  .meta({ id: 'ProviderPage' });
const Cursor = z.record(z.string(), z.string()).optional();

export const findProvidersByName = staffOperation({
  id: 'list-providers',
  method: 'GET',
  path: '/providers',
  tag: 'Providers',
  roles: providerReaders,
  summary: 'Providers by name, all or those whose name begins so',
  params: NoParams,
  query: PageQuery.extend({ name: z.string().trim().max(200).default('') }),
  answer: ProviderPage,
  async handle({ query }, { table }: Pick<Ports, 'table'>) {
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const startAfter = Cursor.parse(start.value);
    if (startAfter && startAfter['gsi1pk'] !== 'PROVIDERS') {
      return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
    }
    const { name, limit } = query;
    const { providers, next } = await listProviders(table, { name, limit, startAfter });
    const rows = providers.map(({ providerId, name: known, cqcLocationId, accountEvent }) => ({
      providerId,
      name: known,
      ...(cqcLocationId !== undefined && { cqcLocationId }),
      isPayable: accountEvent !== undefined,
    }));
    const cursor = toCursor(next);
    return accept({
      status: 200,
      body: { providers: rows, ...(cursor === undefined ? {} : { cursor }) },
    });
  },
});
