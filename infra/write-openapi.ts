import { writeFileSync } from 'node:fs';
import { publicRoutes } from '#functions/public-routes.ts';
import { staffRoutes } from '#functions/staff-routes.ts';
import { writeReference } from '#shared/contracts/docs/reference-page.ts';
import { describeApi } from '#shared/contracts/openapi.ts';

/** Writes the document and the page that the service serves, after a change of a route or a schema. */
function write(name: string, content: object): void {
  const file = new URL(`../shared/contracts/${name}`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
  process.stdout.write(`shared/contracts/${name} is up to date\n`);
}

const document = describeApi([...publicRoutes, ...staffRoutes]);
write('openapi.json', document);
write('docs.json', writeReference(document));
