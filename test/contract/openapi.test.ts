import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import { publicStages } from '#functions/public-routes.ts';
import routeKeys from '#functions/route-keys.json' with { type: 'json' };
import { staffStages } from '#functions/staff-routes.ts';
import { describeApi } from '#shared/contracts/openapi.ts';
import { routeKeysOf } from '#shared/lambda/find-operation.ts';
import packageJson from '../../package.json' with { type: 'json' };

const routes = [...publicRoutes, ...staffRoutes];
const served: unknown = JSON.parse(
  readFileSync(new URL('../../shared/contracts/openapi.json', import.meta.url), 'utf8'),
);
const Paths = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
});

test('the document that is served says what the code does (npm run openapi writes it)', () => {
  expect(served).toEqual(JSON.parse(JSON.stringify(describeApi(routes))));
});

test('the functions find every operation in the stage that holds it (npm run openapi)', async () => {
  const [open, signedIn] = await Promise.all([publicStages, staffStages].map(routeKeysOf));
  expect(routeKeys).toEqual({ public: open, staff: signedIn });
});

test('the document carries the version of the package', () => {
  const info = z.object({ info: z.object({ version: z.string() }) }).parse(served).info;
  expect(info.version).toBe(packageJson.version);
});

test('every operation stands in the document under its own id', () => {
  const { openapi, paths } = Paths.parse(served);
  const ids = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(openapi).toMatch(/^3\.1\./);
  expect(ids.sort()).toEqual(routes.map(({ id }) => id).sort());
  expect(new Set(ids).size).toBe(ids.length);
});
