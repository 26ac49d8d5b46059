import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Ran {
  readonly isGood: boolean;
  /** What it printed, and what it complained of. */
  readonly said: string;
  readonly complained: string;
}

/** Runs a command of `infra` as a person does, on the service at an address. */
export function runCommand(
  file: 'catch-up.ts' | 'directory.ts' | 'ledger.ts' | 'replay.ts',
  url: string,
  args: readonly string[],
  others: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const command = fileURLToPath(new URL(`../../infra/${file}`, import.meta.url));
  const { TABLE_NAME: _table, COUNCIL: _council, ...surroundings } = process.env;
  const env = { ...surroundings, LOCAL_URL: url, ...others };
  return promisify(execFile)(process.execPath, [command, ...args], { env }).then(
    ({ stdout, stderr }) => ({ isGood: true, said: stdout, complained: stderr }),
    ({ stdout, stderr }) => ({ isGood: false, said: `${stdout}`, complained: `${stderr}` }),
  );
}
