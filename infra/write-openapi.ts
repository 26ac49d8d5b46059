import { writeFileSync } from 'node:fs';
import { publicRoutes } from '#functions/public-routes.ts';
import { staffRoutes } from '#functions/staff-routes.ts';
import { describeApi } from '#shared/contracts/openapi.ts';

/** Writes the document that the service serves, after a change of a route or a schema. */
const file = new URL('../shared/contracts/openapi.json', import.meta.url);
const document = describeApi([...publicRoutes, ...staffRoutes]);
writeFileSync(file, `${JSON.stringify(document, undefined, 2)}\n`);
process.stdout.write('shared/contracts/openapi.json is up to date\n');
