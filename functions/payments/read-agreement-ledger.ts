import * as z from 'zod';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { LedgerEntry } from '#shared/domain/ledger/ledger-entry.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { ledgerOfAgreement } from '#shared/stores/money/ledger/ledger-store.ts';
import { AgreementParams } from '../personal-budget/change-agreement.ts';
import type { Ports } from '../ports.ts';
import { runReaders } from './runs/change-run.ts';

const Cursor = z.strictObject({ on: CivilDate, entryId: z.string().max(40) });

export const readAgreementLedger = staffOperation({
  id: 'read-agreement-ledger',
  method: 'GET',
  path: '/agreements/{agreementId}/ledger',
  tag: 'Payments',
  roles: runReaders,
  summary: "An agreement's entries in the ledger, the latest first: every one of them balances",
  params: AgreementParams,
  query: PageQuery,
  answer: z
    .strictObject({ entries: z.array(LedgerEntry), cursor: z.string().optional() })
    .meta({ id: 'AgreementLedger' }),
  async handle({ params, query }, { table, agreements }: Pick<Ports, 'table' | 'agreements'>) {
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const after = Cursor.optional().safeParse(start.value);
    if (!after.success) {
      return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
    }
    const asked = { limit: query.limit, after: after.data };
    const { entries, isMore } = await ledgerOfAgreement(table, params.agreementId, asked);
    if (entries.length === 0 && !(await agreements.last(params.agreementId))) {
      return refuse('not-found', 'There is no such agreement.');
    }
    const last = isMore ? entries.at(-1) : undefined;
    const cursor = last && toCursor({ on: last.on, entryId: last.entryId });
    return accept({ status: 200, body: { entries, ...(cursor && { cursor }) } });
  },
});
