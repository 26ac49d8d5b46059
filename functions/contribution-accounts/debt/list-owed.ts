import * as z from 'zod';
import { NoParams } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { listStart, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { accept } from '#shared/domain/outcome.ts';
import {
  listOwed,
  OwedContributions,
  owedList,
} from '#shared/stores/money/contributions/debt-store.ts';
import type { Ports } from '../../ports.ts';
import { accountTag } from '../change-account.ts';

export const listOwedContributions = staffOperation({
  id: 'list-owed-contributions',
  method: 'GET',
  path: '/contribution-accounts',
  tag: accountTag,
  roles: ['finance-officer', 'finance-approver', 'head-of-service'],
  summary:
    'What people owe for their contributions, the oldest debts first, and what is done about each',
  params: NoParams,
  query: PageQuery.extend({ dueBy: CivilDate.optional() }),
  answer: z
    .strictObject({ owed: z.array(OwedContributions), cursor: z.string().optional() })
    .meta({ id: 'OwedContributionsPage' }),
  async handle({ query }, { table }: Pick<Ports, 'table'>) {
    const start = listStart(query.cursor, owedList);
    if (!start.accepted) return start;
    const { limit, dueBy } = query;
    const { owed, next } = await listOwed(table, { limit, dueBy, startAfter: start.value });
    const cursor = toCursor(next);
    return accept({ status: 200, body: { owed, ...(cursor !== undefined && { cursor }) } });
  },
});
