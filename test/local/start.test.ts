import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { claimForCouncil, openDatabase } from '#infra/local/database.ts';
import { whyNotStarted } from '#infra/local/why-not-started.ts';
import { temporaryFolder } from '#test/support/local/temporary-folder.ts';

interface Started {
  readonly process: ChildProcess;
  readonly output: { out: string; error: string };
}

function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    env: { ...process.env, ...environment },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = { out: '', error: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.error += chunk;
  });
  return { process: child, output };
}

async function ended({ process: child }: Started): Promise<unknown> {
  const [code] = await once(child, 'close');
  return code;
}

async function readyUrl({ process: child, output }: Started): Promise<string> {
  for (;;) {
    const [, url] = /API\s+(\S+)[\s\S]*Ctrl-C/.exec(output.out) ?? [];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(output.error);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('The service starts, says how long each part took, answers, and stops when told to', async () => {
  const folder = temporaryFolder();
  const started = start({ PORT: '0', LOCAL_FOLDER: folder });
  const url = await readyUrl(started);
  expect(started.output.out).toContain(`${url}/docs`);
  expect(started.output.out).toContain('--team social-work-north');
  expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
  for (const part of ['template', 'table', 'services', 'api']) {
    expect(started.output.out).toMatch(new RegExp(`${part}\\s+\\d+ ms`));
  }
  started.process.kill('SIGTERM');
  expect([await ended(started), started.output.error]).toEqual([0, '']);
  // The engine takes its note of itself away when it ends in good order.
  expect(existsSync(join(folder, 'table.db.pid'))).toBe(false);
}, 120_000);

test('A taken port is one clear line and exit code 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = Object(taken.address());
  const started = start({ PORT: String(port), LOCAL_FOLDER: temporaryFolder() });
  expect(await ended(started)).toBe(1);
  expect(started.output.error).toMatch(/^port \d+ is taken: .*\n$/);
  taken.close();
});

test('A folder that cannot be written is one clear line and exit code 1', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const started = start({ PORT: '0', LOCAL_FOLDER: join(file, 'inside') });
  expect(await ended(started)).toBe(1);
  expect(started.output.error).toMatch(/^.* cannot be written .*\n$/);
});

test('A folder that nobody can make, such as one under /proc, is one clear line and ends', async () => {
  const started = start({ PORT: '0', LOCAL_FOLDER: '/proc/x' });
  expect(await ended(started)).toBe(1);
  expect(started.output.error).toMatch(/^\/proc\/x cannot be written .*\n$/);
});

test.each([
  ['COUNCIL', 'nope', 'COUNCIL is one of example, southwark-2010, cheshire-2008, '],
  ['START_AT', 'tomorrow', 'START_AT=tomorrow is not an instant'],
  ['START_AT', '2008-05-23', 'START_AT=2008-05-23 is not an instant'],
])('%s=%s is one clear line, and no folder is made', async (name, value, line) => {
  const folder = join(temporaryFolder(), 'new');
  const started = start({ PORT: '0', LOCAL_FOLDER: folder, [name]: value });
  expect(await ended(started)).toBe(1);
  expect(started.output.error.startsWith(line)).toBe(true);
  expect(started.output.error.split('\n')).toHaveLength(2);
  expect(existsSync(folder)).toBe(false);
});

test('A folder is kept for the council that it was made with', async () => {
  const folder = temporaryFolder();
  const database = openDatabase(folder);
  claimForCouncil(database, 'warwickshire');
  database.close();
  const started = start({ PORT: '0', LOCAL_FOLDER: folder, COUNCIL: 'example' });
  expect(await ended(started)).toBe(1);
  expect(started.output.error).toBe(
    'this folder belongs to the council warwickshire; choose another LOCAL_FOLDER for example\n',
  );
});

test.each([
  ['PORT=x is not a port: it is a number from 0 to 65535', { code: 'ERR_SOCKET_BAD_PORT' }],
  ['the service did not start: no table engine', { message: 'no table engine' }],
])('A failed start says: %s', (line, error) => {
  const given = { port: 'x', folder: '/f' };
  expect(whyNotStarted(Object.assign(new Error(), error), given)).toBe(line);
});
