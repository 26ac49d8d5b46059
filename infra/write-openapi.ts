import { writeFileSync } from 'node:fs';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import { publicStages } from '#functions/public-routes.ts';
import { staffStages } from '#functions/staff-routes.ts';
import { writeReference } from '#shared/contracts/docs/reference-page.ts';
import { describeApi } from '#shared/contracts/openapi.ts';
import { routeKeysOf } from '#shared/lambda/find-operation.ts';

/** Writes what is made from the operations, after a change of a route or a schema: the document, the
 * page that the service serves, and the list by which its functions know which stage to load. */
function write(name: string, content: object): void {
  const file = new URL(`../${name}`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
  process.stdout.write(`${name} is up to date\n`);
}

const document = describeApi([...publicRoutes, ...staffRoutes]);
write('shared/contracts/openapi.json', document);
write('shared/contracts/docs.json', writeReference(document));
write('functions/route-keys.json', {
  public: await routeKeysOf(publicStages),
  staff: await routeKeysOf(staffStages),
});
