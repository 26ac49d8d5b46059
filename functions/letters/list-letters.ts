import * as z from 'zod';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { LetterRecord, lettersOf } from '#shared/stores/front-door/letter-store.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';

const LetterPage = z
  .strictObject({ letters: z.array(LetterRecord), cursor: z.string().optional() })
  .meta({ id: 'LetterPage' });

const Place = z.strictObject({ pk: z.string(), sk: z.string().min(1) });

export const listLetters = staffOperation({
  id: 'list-letters',
  method: 'GET',
  path: '/cases/{caseId}/letters',
  tag: 'Letters',
  roles: everyCaseRole,
  summary: 'What the person was told of a case, how, and whether it arrived; the newest first',
  params: CaseParams,
  query: PageQuery,
  answer: LetterPage,
  async handle({ params, query }, ports: Pick<Ports, 'table' | 'cases'>) {
    const { caseId } = params;
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const place = start.value && Place.safeParse(start.value).data;
    if (start.value && place?.pk !== `SENT#${caseId}`) {
      return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
    }
    const [known, page] = await Promise.all([
      ports.cases.at(caseId, 1),
      lettersOf(ports.table, caseId, { limit: query.limit, startAfter: place }),
    ]);
    if (!known) return refuse('not-found', 'There is no such case.');
    const cursor = toCursor(page.next);
    return accept({
      status: 200,
      body: { letters: page.letters, ...(cursor === undefined ? {} : { cursor }) },
    });
  },
});
