import * as z from 'zod';
import { NoParams } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { isFresh } from '#shared/domain/directory/checked.ts';
import {
  DatedText,
  expiringWithin,
  noticeDays,
  placeOf,
} from '#shared/domain/directory/expiring.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import type { Ports } from '../../ports.ts';
import { today } from '../wording.ts';
import { datedTexts } from './dated-texts.ts';

const ExpiringTexts = z
  .strictObject({
    texts: z.array(
      DatedText.extend({
        hasExpired: z
          .boolean()
          .meta({ description: 'Its last day is over, and nobody has checked it' }),
      }),
    ),
    total: z.int().meta({ description: 'How many there are on all pages' }),
    next: z
      .string()
      .optional()
      .meta({ description: 'The cursor of the next page, if there is one' }),
  })
  .meta({ id: 'ExpiringTexts' });

export const listExpiring = staffOperation({
  id: 'list-expiring',
  method: 'GET',
  path: '/information/expiring',
  tag: 'Information',
  roles: ['administrator', 'adviser', 'duty-manager'],
  summary: 'List the services and texts that have expired or soon do, the earliest first',
  params: NoParams,
  query: PageQuery.extend({ days: z.coerce.number().int().min(0).max(366).default(noticeDays) }),
  answer: ExpiringTexts,
  async handle({ query }, ports: Pick<Ports, 'council' | 'directory' | 'system'>) {
    const start = startOf(query.cursor);
    if (!start.accepted) return start;
    const all = expiringWithin(await datedTexts(ports), query.days, today(ports));
    const rest = all.filter((text) => placeOf(text) > start.value);
    const page = rest.slice(0, query.limit);
    const last = rest.length > page.length ? page.at(-1) : undefined;
    const next = toCursor(last && { after: placeOf(last) });
    return accept({
      status: 200,
      body: {
        texts: page.map((text) => ({ ...text, hasExpired: !isFresh(text, today(ports)) })),
        total: all.length,
        ...(next === undefined ? {} : { next }),
      },
    });
  },
});

const Cursor = z.strictObject({ after: z.string() });

function startOf(cursor: string | undefined): Outcome<string> {
  const read = fromCursor(cursor);
  if (!read.accepted) return read;
  if (read.value === undefined) return accept('');
  const parsed = Cursor.safeParse(read.value);
  return parsed.success
    ? accept(parsed.data.after)
    : refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
}
