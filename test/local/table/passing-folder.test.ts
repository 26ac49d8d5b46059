import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTableEngine } from '#infra/local/table/dynoxide.ts';

/** The folder that the engine's line for people names. */
function folderIn(description: string): string {
  const [, dbPath = ''] = /dynoxide, (\/.+), for this run only/.exec(description) ?? [];
  return dirname(dbPath);
}

describe('a table that nobody keeps', () => {
  test('is gone when its engine has stopped', async () => {
    const engine = await openTableEngine({ environment: {} });
    const folder = folderIn(engine.description);
    expect(existsSync(`${folder}/table.db`)).toBe(true);
    await engine.stop();
    expect(existsSync(folder)).toBe(false);
  });

  test('is gone when the process that opened it was killed', async () => {
    const module = new URL('../../../infra/local/table/dynoxide.ts', import.meta.url).href;
    const program = `import { openTableEngine } from '${module}';
      console.log((await openTableEngine({ environment: {} })).description);
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program]);
    const [line] = await once(holder.stdout, 'data');
    const folder = folderIn(String(line));
    expect(existsSync(`${folder}/table.db`)).toBe(true);
    holder.kill('SIGKILL');
    await expect.poll(() => existsSync(folder), { timeout: 5_000 }).toBe(false);
  });
});
