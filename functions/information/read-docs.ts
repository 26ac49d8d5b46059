import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { accept } from '#shared/domain/outcome.ts';

export const readDocs = publicOperation({
  id: 'read-docs',
  method: 'GET',
  path: '/docs',
  tag: 'About',
  summary: 'Read this reference, a page for people',
  params: NoParams,
  query: NoQuery,
  answer: z.string().meta({ description: 'A page that fetches nothing and runs no script' }),
  answerType: 'text/html',
  async handle() {
    // Loaded when it is asked for, so that it is not in the way of anybody's first contact.
    const { default: page } = await import('#shared/contracts/docs.json', {
      with: { type: 'json' },
    });
    const { lines, contentSecurityPolicy } = page;
    return accept({ status: 200, html: { source: lines.join('\n'), contentSecurityPolicy } });
  },
});
