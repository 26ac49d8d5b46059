import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import { DescribedApi } from '#shared/contracts/docs/described-api.ts';
import { bodyOf, exampleBody } from '#shared/contracts/docs/operation-section.ts';
import { describeApi } from '#shared/contracts/openapi.ts';
import type { OperationFacts } from '#shared/contracts/operation.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service?.stop());

const routes: readonly OperationFacts[] = [...publicRoutes, ...staffRoutes];
const api = DescribedApi.parse(describeApi(routes));
// What goes on with a receipt, a person or a case can be asked for by nobody who has only read the
// reference.
const standAlone = routes.filter(
  ({ body, access, path }) => body && access !== 'resident' && !/\{(?!guideId|kind)/.test(path),
);

test.each(standAlone.map((operation) => [operation.id, operation] as const))(
  'the example of %s is done as it stands in the API reference',
  async (id, { method, path, access }) => {
    const described = api.paths[path]?.[method.toLowerCase()] ?? expect.fail('not in the document');
    const example = exampleBody(
      bodyOf(described) ?? expect.fail('no body'),
      api.components.schemas,
    );
    const [guideId = ''] = described.parameters.flatMap(({ name, schema }) =>
      name === 'guideId' ? (schema.examples ?? []) : [],
    );
    const answer = await service.send(`${method} ${path.replace('{guideId}', `${guideId}`)}`, {
      headers: { 'idempotency-key': `example-of-${id}` },
      token: access === 'staff' ? service.tokenOf('p-1') : undefined,
      body: example,
    });
    expect(answer.body).not.toHaveProperty('errors');
    expect([200, 201]).toContain(answer.status);
  },
);

describe('The head of a public page', () => {
  test.each(['/docs', '/openapi.json', '/public/topics', '/public/directory/terms'])(
    '%s is answered like the page, without what it says',
    async (path) => {
      const [page, head] = await Promise.all(
        ['GET', 'HEAD'].map((method) => service.send(`${method} ${path}`)),
      );
      expect(head).toMatchObject({ status: 200, type: page?.type, body: '' });
      expect(page?.body).not.toBe('');
    },
  );

  test.each([
    ['HEAD /public/topics/nothing', 404],
    ['HEAD /tasks', 405],
    ['HEAD /nothing', 404],
  ])('%s is refused like the page: %i', async (line, status) => {
    expect((await service.send(line)).status).toBe(status);
  });
});
