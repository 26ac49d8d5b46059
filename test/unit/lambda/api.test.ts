import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { publicOperation, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { apiHandler } from '#shared/lambda/api.ts';
import { operationFinder } from '#shared/lambda/find-operation.ts';
import { TableBusy } from '#shared/stores/table/table.ts';

interface Ports {
  answer(): ReturnType<typeof accept> | ReturnType<typeof refuse>;
}

const shape = {
  tag: 'Test',
  summary: 'A test',
  params: z.strictObject({}),
  query: z.strictObject({}),
  answer: z.unknown(),
} as const;
const whoIsIt = staffOperation({
  ...shape,
  id: 'who-is-it',
  method: 'POST',
  path: '/who',
  roles: ['adviser', 'practitioner'],
  body: z.unknown(),
  handle: async ({ caller, actingAs, body }, _ports: Ports) =>
    accept({ status: 200, body: { caller, actingAs, body }, version: 7 }),
});
const failing = publicOperation({
  ...shape,
  id: 'fail',
  method: 'GET',
  path: '/fail',
  handle: async (_request, ports: Ports) => {
    ports.answer();
    return refuse('lost-race', 'Again.');
  },
});
const mine = residentOperation({
  ...shape,
  id: 'mine',
  method: 'GET',
  path: '/mine',
  handle: async ({ caller }, _ports: Ports) => accept({ status: 200, body: caller }),
});

const context = { functionName: 'api', awsRequestId: 'r-1' };
const operations = [whoIsIt, failing, mine];
const known = operations.map(({ method, path }) => `${method} ${path}`);

function call(
  routeKey: string,
  more: Readonly<Record<string, unknown>> = {},
  answer: Ports['answer'] = () => accept(undefined),
) {
  const handler = apiHandler({
    find: operationFinder({ only: async () => operations }, { only: known }),
    known,
    ports: { answer },
    claims: {
      staffId: 'sub',
      staffRoles: 'roles',
      staffTeams: 'teams',
      residentPerson: 'person',
    },
  });
  const [method = '', path = ''] = routeKey.split(' ');
  const { claims, ...event } = more;
  const input = {
    routeKey,
    rawPath: path,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    requestContext: {
      requestId: 'request-1',
      http: { method },
      ...(claims === undefined ? {} : { authorizer: { jwt: { claims } } }),
    },
    ...event,
  };
  // Only what our middleware reads of Lambda's context.
  return handler(input, context as never);
}

const bodyOf = ({ body }: { body: string }): unknown => JSON.parse(body);

describe('who calls', () => {
  test.each([
    ['as AWS flattens a list', '[practitioner adviser]', '[north south]'],
    ['as one word', 'adviser', 'north,south'],
    ['with roles that are not ours', '[gardener adviser]', '[north south]'],
  ])('is told from the claims %s', async (_how, roles, teams) => {
    const claims = { sub: 'p-1', roles, teams };
    const answer = await call('POST /who', { claims, body: '{}' });
    expect(bodyOf(answer)).toMatchObject({
      caller: { kind: 'staff', id: 'p-1', teams: ['north', 'south'] },
      actingAs: 'adviser',
    });
    expect(answer.headers).toMatchObject({ etag: '"7"', 'cache-control': 'no-store' });
  });

  test.each([
    [401, undefined],
    [401, { roles: '[adviser]' }],
    [401, { sub: '', roles: '[adviser]' }],
    [403, { sub: 'p-1', roles: '[finance-officer]' }],
    [403, { sub: 'p-1' }],
  ])('or refused with %i for the claims %j', async (status, claims) => {
    const answer = await call('POST /who', { claims, body: '{}' });
    expect(answer.statusCode).toBe(status);
  });

  test('is a resident only where the token names a person', async () => {
    expect(bodyOf(await call('GET /mine', { claims: { person: 'q-1' } }))).toEqual({
      kind: 'resident',
      personId: 'q-1',
    });
    expect((await call('GET /mine', { claims: { sub: 'q-1' } })).statusCode).toBe(401);
  });
});

describe('a body', () => {
  const claims = { sub: 'p-1', roles: 'adviser' };

  test('is read from base64 as AWS sends it', async () => {
    const body = Buffer.from('{"name":"Zoë"}').toString('base64');
    const answer = await call('POST /who', { claims, body, isBase64Encoded: true });
    expect(bodyOf(answer)).toMatchObject({ body: { name: 'Zoë' } });
  });

  test.each([
    ['256 KiB of it', 256 * 1024, 200],
    ['one byte more', 256 * 1024 + 1, 413],
  ])('%s', async (_what, bytes, status) => {
    const body = `"${'x'.repeat(bytes - 2)}"`;
    expect((await call('POST /who', { claims, body })).statusCode).toBe(status);
  });
});

describe('what goes wrong', () => {
  test('a busy table is 503, and says when to try again', async () => {
    const answer = await call('GET /fail', {}, () => {
      throw new TableBusy('busy');
    });
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
  });

  test('a fault is 500 with a reference to the log, and nothing else', async () => {
    const answer = await call('GET /fail', {}, () => {
      throw new Error('Marigold Quillfeather cannot be saved');
    });
    expect(answer.statusCode).toBe(500);
    expect(bodyOf(answer)).toMatchObject({ status: 500, reference: 'request-1' });
    expect(answer.body).not.toContain('Marigold');
  });

  test('a refusal that may pass says when to try again', async () => {
    const answer = await call('GET /fail');
    expect(answer).toMatchObject({
      statusCode: 409,
      headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
    });
  });

  test.each([
    ['/who', 405],
    ['/nothing', 404],
  ])('no route at %s is %i', async (rawPath, status) => {
    expect((await call('$default', { rawPath })).statusCode).toBe(status);
  });
});
