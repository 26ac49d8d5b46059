import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { LedgerEntry } from '#shared/domain/ledger/ledger-entry.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import { ledgerOfContributions } from '#shared/stores/money/ledger/ledger-store.ts';
import type { Ports } from '../ports.ts';
import { AccountAnswer, accountReaders, accountTag, answerAccount } from './change-account.ts';

export const noAccount = () => refuse('not-found', 'Nothing is billed on this case.');

export const readAccount = staffOperation({
  id: 'read-contribution-account',
  method: 'GET',
  path: '/contribution-accounts/{caseId}',
  tag: accountTag,
  roles: accountReaders,
  summary:
    'What a person owes for their contributions, how long it is due, and what is done about it',
  params: CaseParams,
  query: NoQuery,
  answer: AccountAnswer,
  async handle({ params }, ports: Pick<Ports, 'table' | 'system'>) {
    const last = await contributionAccounts(ports.table).last(params.caseId);
    return last ? answerAccount(last, ports) : noAccount();
  },
});

const Cursor = z.strictObject({ on: CivilDate, entryId: z.string().max(40) });

export const readContributionLedger = staffOperation({
  id: 'read-contribution-ledger',
  method: 'GET',
  path: '/contribution-accounts/{caseId}/ledger',
  tag: accountTag,
  roles: accountReaders,
  summary: "An account's entries in the ledger, the latest first: every one of them balances",
  params: CaseParams,
  query: PageQuery,
  answer: z
    .strictObject({ entries: z.array(LedgerEntry), cursor: z.string().optional() })
    .meta({ id: 'ContributionLedger' }),
  async handle({ params, query }, { table }: Pick<Ports, 'table'>) {
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const after = Cursor.optional().safeParse(start.value);
    if (!after.success) {
      return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
    }
    const asked = { limit: query.limit, after: after.data };
    const { entries, isMore } = await ledgerOfContributions(table, params.caseId, asked);
    if (entries.length === 0 && !(await contributionAccounts(table).last(params.caseId))) {
      return noAccount();
    }
    const last = isMore ? entries.at(-1) : undefined;
    const cursor = last && toCursor({ on: last.on, entryId: last.entryId });
    return accept({ status: 200, body: { entries, ...(cursor && { cursor }) } });
  },
});
