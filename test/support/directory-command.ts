import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.ts';

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
  const { isGood, said, complained } = await runCommand('directory.ts', url, [
    action,
    file,
    ...flags,
  ]);
  return { isGood, said: isGood ? said : complained };
}
