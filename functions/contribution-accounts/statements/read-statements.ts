import * as z from 'zod';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { writeContributionPage } from '#shared/contracts/contributions/statement-page.ts';
import { type Reply, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { answerPageOrJson } from '#shared/contracts/printed/write-page.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { ContributionStatement } from '#shared/domain/contribution-account/statement/statement.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import {
  BilledStatement,
  findStatement,
  pageOfStatements,
} from '#shared/stores/money/contributions/statement-store.ts';
import { readOwnCase } from '../../cases/own-case.ts';
import type { Ports } from '../../ports.ts';
import { accountReaders, accountTag } from '../change-account.ts';
import { noAccount } from '../read-account.ts';

const Cursor = z.strictObject({ from: CivilDate });
type ReadingPorts = Pick<Ports, 'table' | 'cases' | 'people' | 'council'>;

export const listStatements = staffOperation({
  id: 'list-contribution-statements',
  method: 'GET',
  path: '/contribution-accounts/{caseId}/statements',
  tag: accountTag,
  roles: accountReaders,
  summary: 'The four weeks that were billed, the latest first, with every line',
  params: CaseParams,
  query: PageQuery,
  answer: z
    .strictObject({
      statements: z.array(BilledStatement.meta({ id: 'BilledContributions' })),
      cursor: z.string().optional(),
    })
    .meta({ id: 'ContributionStatementPage' }),
  async handle({ params, query }, { table }: Pick<Ports, 'table'>) {
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const after = Cursor.optional().safeParse(start.value);
    if (!after.success) {
      return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
    }
    const asked = { limit: query.limit, after: after.data?.from };
    const { statements, isMore } = await pageOfStatements(table, params.caseId, asked);
    if (statements.length === 0 && !(await contributionAccounts(table).last(params.caseId))) {
      return noAccount();
    }
    const last = isMore ? statements.at(-1) : undefined;
    const cursor = last && toCursor({ from: last.from });
    return accept({ status: 200, body: { statements, ...(cursor && { cursor }) } });
  },
});

const shared = {
  method: 'GET',
  params: CaseParams.extend({ from: CivilDate }),
  query: z.strictObject({ size: PrintSize.default('standard') }),
  answer: ContributionStatement,
  answersPageToo: true,
} as const;

export const readStatement = staffOperation({
  ...shared,
  id: 'read-contribution-statement',
  path: '/contribution-accounts/{caseId}/statements/{from}',
  tag: accountTag,
  roles: accountReaders,
  summary: 'A statement as the person was told it, to read or to print',
  handle: (request, ports: ReadingPorts) => show(request, ports),
});

export const readMyStatement = residentOperation({
  ...shared,
  id: 'read-my-contribution-statement',
  path: '/my/cases/{caseId}/contribution-statements/{from}',
  tag: 'My case',
  summary: 'What you pay for four weeks of care and how it was worked out, to read or to print',
  async handle(request, ports: ReadingPorts) {
    const held = await readOwnCase(request.params.caseId, request.caller.personId, ports);
    return held.accepted ? show(request, ports) : held;
  },
});

interface Reading {
  readonly params: { readonly caseId: string; readonly from: string };
  readonly query: { readonly size: PrintSize };
  readonly headers: Readonly<Record<string, string | undefined>>;
}

async function show(
  { params, query, headers }: Reading,
  { table, council }: ReadingPorts,
): Promise<Reply> {
  const { caseId, from } = params;
  const billed = await findStatement(table, caseId, from);
  if (!billed?.event) return refuse('not-found', 'There is no such statement.');
  const event = await contributionAccounts(table).at(caseId, billed.event);
  if (!event) throw new Error(`event ${billed.event} of an account is missing`);
  const statement = ContributionStatement.parse(event.body);
  return answerPageOrJson(statement, headers, () =>
    writeContributionPage(statement, { caseId, council }, query.size),
  );
}
