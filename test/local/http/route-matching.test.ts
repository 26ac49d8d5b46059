import { expect, test } from 'vitest';
import type { ApiRoute } from '#infra/local/http/api-definition.ts';
import { createRouteMatcher } from '#infra/local/http/route-matching.ts';

const keys = [
  '$default',
  'ANY /{proxy+}',
  'GET /pets/{proxy+}',
  'GET /pets/{kind}/{id}',
  'GET /pets/dog/{id}',
  'GET /pets/dog/1',
  'POST /cases/{caseId}/plans/{planId}',
  'ANY /cases/{caseId}',
  'PUT /cases/{caseId}',
];

function routesOf(routeKeys: readonly string[]): ApiRoute[] {
  return routeKeys.map((key) => ({
    key,
    functionName: 'f',
    timeoutMs: 1,
    authorizer: undefined,
    scopes: [],
    throttle: undefined,
  }));
}

const matchRoute = createRouteMatcher(routesOf(keys));

test.each([
  ['GET', '/pets/dog/1', 'GET /pets/dog/1', undefined],
  ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
  ['GET', '/pets/cat/1', 'GET /pets/{kind}/{id}', { kind: 'cat', id: '1' }],
  ['GET', '/pets/cat/1/photo', 'GET /pets/{proxy+}', { proxy: 'cat/1/photo' }],
  ['POST', '/pets/dog/1', 'ANY /{proxy+}', { proxy: 'pets/dog/1' }],
  ['GET', '/cases/c-1', 'ANY /cases/{caseId}', { caseId: 'c-1' }],
  ['PUT', '/cases/c-1', 'PUT /cases/{caseId}', { caseId: 'c-1' }],
  [
    'POST',
    '/cases/a%20b/plans/%C3%A9',
    'POST /cases/{caseId}/plans/{planId}',
    { caseId: 'a b', planId: 'é' },
  ],
  ['GET', '/cases/', 'ANY /{proxy+}', { proxy: 'cases/' }],
  ['GET', '/', '$default', undefined],
])('%s %s is answered by %s', (method, path, key, pathParameters) => {
  const match = matchRoute(method, path);
  expect(match?.route.key).toBe(key);
  expect(match?.pathParameters).toEqual(pathParameters);
});

test('A full match comes before one with a rest, however literal that begins', () => {
  const matchOne = createRouteMatcher(routesOf(['GET /cases/{proxy+}', 'GET /{kind}/open']));
  expect(matchOne('GET', '/cases/open')?.route.key).toBe('GET /{kind}/open');
});

test('Without a route for everything else, nothing answers what no route fits', () => {
  const matchOne = createRouteMatcher(routesOf(['GET /cases/{caseId}']));
  expect(matchOne('DELETE', '/cases/1')).toBeUndefined();
  expect(matchOne('GET', '/cases/1/')).toBeUndefined();
  expect(matchOne('GET', '/cases')).toBeUndefined();
});
