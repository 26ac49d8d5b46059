import * as z from 'zod';
import type { RawRequest, Reply } from '../../../../shared/contracts/operation.ts';
import { DelegationScheme } from '../../../../shared/domain/budget/delegated-limits-policy.ts';
import { accept, refuse } from '../../../../shared/domain/outcome.ts';
import { operationNamed } from '../../journey/player.ts';
import { type Database, rowsOf } from './database.ts';
import type { Route } from './http.ts';
import { readCase, setDelegation } from './statements.ts';

/** What the bench asks for before the first journey, and not within one. */
export function settingUpRoutes(database: Database): Route[] {
  return [
    {
      operation: operationNamed('set-delegated-limits'),
      handle: ({ raw }) => setLimits(database, raw),
    },
    { operation: operationNamed('read-case'), handle: ({ raw }) => showCase(database, raw) },
  ];
}

async function setLimits(database: Database, { body }: RawRequest): Promise<Reply> {
  const scheme = DelegationScheme.parse(body);
  await rowsOf(database, setDelegation, [scheme.from, JSON.stringify(scheme)]);
  return accept({ status: 200, body: scheme });
}

async function showCase(database: Database, { params }: RawRequest): Promise<Reply> {
  const [row] = await rowsOf(database, readCase, [params['caseId'], '']);
  if (!row) return refuse('not-found', 'There is no such case.');
  return accept({ status: 200, body: { state: z.json().parse(row['state']) } });
}
