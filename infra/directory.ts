import { writeFile } from 'node:fs/promises';
import { exportDirectory } from '#functions/information/directory/export-directory.ts';
import {
  type ImportResult,
  importDirectory,
} from '#functions/information/directory/import-directory.ts';
import { DirectoryStore } from '#shared/stores/front-door/directory-store.ts';
import { openTable } from '#shared/stores/table/open-table.ts';
import { findTable } from './find-table.ts';
import { readGivenFile } from './read-given-file.ts';

// `npm run directory`: brings a directory of services into the table, or takes it out.

const usage = `The directory of services, in the JSON shape of Open Referral UK:

  npm run directory -- import FILE [--remove]
  npm run directory -- export FILE

It works on the service that runs on this machine (LOCAL_URL, http://127.0.0.1:3000 unless given),
or on the table that TABLE_NAME names, with the surroundings' AWS credentials, region and endpoint.

A file without more than a tenth of the services that are shown now is not imported, unless --remove
says that they are meant to go.`;

const faultsShown = 50;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run([action, path, ...others]: readonly string[]): Promise<number> {
  const mayRemove = action === 'import' && others[0] === '--remove';
  const isTooMuch = others.length > (mayRemove ? 1 : 0);
  const isKnown = action === 'import' || action === 'export';
  if (action !== undefined && !isKnown) throw new Error(`"${action}" is not known\n\n${usage}`);
  if (!isKnown || path === undefined || isTooMuch) throw new Error(usage);
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
  const text = (await readGivenFile(path)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

async function openDirectory(): Promise<DirectoryStore> {
  return new DirectoryStore(openTable((await findTable(process.env)).name));
}
