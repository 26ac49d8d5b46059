import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { accept } from '#shared/domain/outcome.ts';

export const readOpenApi = publicOperation({
  id: 'read-openapi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'About',
  summary: 'Read what every operation takes and answers, as an OpenAPI document',
  params: NoParams,
  query: NoQuery,
  answer: z.unknown().meta({ description: 'An OpenAPI 3.1 document' }),
  async handle() {
    // Loaded when it is asked for, so that it is not in the way of anybody's first contact.
    const { default: document } = await import('#shared/contracts/openapi.json', {
      with: { type: 'json' },
    });
    return accept({ status: 200, body: document });
  },
});
