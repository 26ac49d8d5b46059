import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const command = fileURLToPath(new URL('../../infra/directory.ts', import.meta.url));

/** The synthetic directory of services, as a file. */
export const exampleDirectory = fileURLToPath(
  new URL('../../shared/council/data/information/directory-example.json', import.meta.url),
);

/** Runs `npm run directory` as a person does, on the service at an address; answers what it printed,
 * and whether it failed. */
export async function runDirectory(
  url: string,
  action: 'import' | 'export',
  file: string,
  ...flags: readonly '--remove'[]
): Promise<{ readonly isGood: boolean; readonly said: string }> {
  const { TABLE_NAME: _none, ...surroundings } = process.env;
  const env = { ...surroundings, LOCAL_URL: url };
  return promisify(execFile)(process.execPath, [command, action, file, ...flags], { env }).then(
    ({ stdout }) => ({ isGood: true, said: stdout }),
    (error: { stderr: string }) => ({ isGood: false, said: error.stderr }),
  );
}
