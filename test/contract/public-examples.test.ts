import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicRoutes } from '#functions/every-route.ts';
import { DescribedApi } from '#shared/contracts/docs/described-api.ts';
import { bodyOf, exampleBody } from '#shared/contracts/docs/operation-section.ts';
import { describeApi } from '#shared/contracts/openapi.ts';
import { type RunningService, startService } from '#test/support/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service?.stop());

const api = DescribedApi.parse(describeApi(publicRoutes));
// What goes on with a receipt can be asked for by nobody who has only read the reference.
const open = publicRoutes.filter(
  ({ method, access, path }) =>
    method === 'POST' && access === 'public' && !path.includes('{reference}'),
);

test.each(open.map(({ id, path }) => [id, path]))(
  'the example of %s is done as it stands in the API reference',
  async (id, path) => {
    const described = api.paths[path]?.['post'] ?? expect.fail('not in the document');
    const example = exampleBody(
      bodyOf(described) ?? expect.fail('no body'),
      api.components.schemas,
    );
    const [guideId = ''] = described.parameters.flatMap(({ name, schema }) =>
      name === 'guideId' ? (schema.examples ?? []) : [],
    );
    const answer = await service.send(`POST ${path.replace('{guideId}', `${guideId}`)}`, {
      headers: { 'idempotency-key': `example-of-${id}` },
      body: example,
    });
    expect(answer.body).not.toHaveProperty('errors');
    expect([200, 201]).toContain(answer.status);
  },
);
