import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { exportDirectory } from '#functions/information/export-directory.ts';
import { type ImportResult, importDirectory } from '#functions/information/import-directory.ts';
import { DirectoryStore } from '#shared/stores/front-door/directory-store.ts';
import { openTable } from '#shared/stores/table/open-table.ts';

// `npm run directory`: brings a directory of services into the table, or takes it out.

const usage = `The directory of services, in the JSON shape of Open Referral UK:

  npm run directory -- import FILE [--remove]
  npm run directory -- export FILE

It works on the service that runs on this machine (LOCAL_URL, http://127.0.0.1:3000 unless given),
or on the table that TABLE_NAME names, with the surroundings' AWS credentials, region and endpoint.

A file without more than a tenth of the services that are shown now is not imported, unless --remove
says that they are meant to go.`;

const faultsShown = 50;
const LocalTable = z.object({ endpoint: z.string(), name: z.string() });

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run([action, path, ...others]: readonly string[]): Promise<number> {
  const mayRemove = action === 'import' && others[0] === '--remove';
  const isTooMuch = others.length > (mayRemove ? 1 : 0);
  if ((action !== 'import' && action !== 'export') || path === undefined || isTooMuch) {
    throw new Error(usage);
  }
  if (action === 'export') {
    await writeFile(path, await exportDirectory(await openDirectory()));
    return 0;
  }
  const file = await readJson(path);
  const directory = await openDirectory();
  const now = new Date().toISOString();
  return tell(await importDirectory(file, { directory, now, mayRemove }));
}

function tell(result: ImportResult): number {
  if (result.kind === 'imported') {
    const { added, changed, unchanged, removed } = result.counts;
    process.stdout.write(
      `imported: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed\n`,
    );
    return 0;
  }
  if (result.kind === 'overtaken') {
    throw new Error('another import was faster: nothing of this one is shown; start it again');
  }
  if (result.kind === 'removes-too-many') {
    throw new Error(
      `nothing was imported: ${result.removed} of ${result.known} services would drop out. ` +
        'If they are meant to go, give --remove',
    );
  }
  const { faults } = result;
  for (const { id, pointer, detail } of faults.slice(0, faultsShown)) {
    process.stderr.write(`${id ?? 'no id'}  ${pointer || '/'}  ${detail}\n`);
  }
  throw new Error(
    `nothing was imported: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`,
  );
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

async function openDirectory(): Promise<DirectoryStore> {
  const { TABLE_NAME, LOCAL_URL = 'http://127.0.0.1:3000' } = process.env;
  if (TABLE_NAME) return new DirectoryStore(openTable(TABLE_NAME));
  const answer = await fetch(`${LOCAL_URL}/local/table`).catch(() => undefined);
  if (!answer?.ok) {
    throw new Error(
      `no table: nothing of ours answers at ${LOCAL_URL}. Start it with npm start, or set TABLE_NAME`,
    );
  }
  const { endpoint, name } = LocalTable.parse(await answer.json());
  // The local engine asks for a region and credentials and looks at neither.
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  return new DirectoryStore(openTable(name));
}
