import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from '../make-folder.ts';

/** Where the table lives. */
export interface TableEngine {
  readonly endpoint: string;
  /** One line for the person who started the service. */
  readonly description: string;
  /** Resolves with a reason if the engine ends without having been stopped. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

export interface TableEngineOptions {
  /** The file to keep the table in; in memory without one. */
  readonly dbPath?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The machine's own, such as `linux-x64`, unless a test says otherwise. */
  readonly platform?: string;
}

const startAttemptsMax = 5;
const healthyWithinMs = 10_000;
const never = new Promise<string>(() => {});

/** Opens the embedded engine, or takes the endpoint that the environment names. */
export async function openTableEngine(options: TableEngineOptions = {}): Promise<TableEngine> {
  const { environment = process.env, platform = `${process.platform}-${process.arch}` } = options;
  const endpoint = environment['AWS_ENDPOINT_URL_DYNAMODB'];
  if (endpoint) {
    // Any answer will do, a refusal too: only whether somebody is there is asked.
    await fetch(endpoint).catch(() => {
      throw new Error(`no table: ${endpoint}, from AWS_ENDPOINT_URL_DYNAMODB, does not answer`);
    });
    const description = `table: ${endpoint}, from AWS_ENDPOINT_URL_DYNAMODB`;
    return { endpoint, description, lost: never, stop: async () => {} };
  }
  const binary = findBinary(`@dynoxide/${platform}`);
  if (options.dbPath) {
    makeFolder(dirname(options.dbPath));
    endLeftover(options.dbPath, binary);
  }
  for (let attempt = 1; ; attempt += 1) {
    const engine = await tryToStart(binary, options.dbPath);
    if (typeof engine !== 'string') return engine;
    if (attempt === startAttemptsMax) throw new Error(`the table engine did not start: ${engine}`);
  }
}

function findBinary(packageName: string): string {
  try {
    const description = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
    return join(dirname(description), 'dynoxide');
  } catch {
    throw new Error(
      `no table engine: ${packageName} is not installed, and AWS_ENDPOINT_URL_DYNAMODB does not ` +
        'name a DynamoDB-compatible endpoint to use instead',
    );
  }
}

/** The running engine, or what it said when it ended. */
async function tryToStart(
  binary: string,
  dbPath: string | undefined,
): Promise<TableEngine | string> {
  const port = await freePort();
  const place = dbPath === undefined ? [] : ['--db-path', dbPath];
  // A group of its own, so that Ctrl-C reaches the service first and its last writes still land.
  const child = spawn(binary, ['--host', '127.0.0.1', '--port', String(port), ...place], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said = String(text).trim();
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`the table engine ended (${signal ?? code})`));
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const isHealthy = await Promise.race([waitUntilHealthy(endpoint), ended.then(() => false)]);
  if (!isHealthy || child.pid === undefined) {
    child.kill('SIGKILL');
    return said || (await ended);
  }
  if (dbPath) writeFileSync(pidFile(dbPath), String(child.pid));
  const guard = guardAgainstSuddenEnd(child.pid);
  let isStopping = false;
  const lost = new Promise<string>((resolve) => {
    void ended.then((reason) => {
      guard.kill('SIGKILL');
      if (!isStopping) resolve(reason);
    });
  });
  return {
    endpoint,
    description: `table: dynoxide, ${dbPath ?? 'in memory'}`,
    lost,
    async stop() {
      isStopping = true;
      child.kill('SIGTERM');
      const gone = await Promise.race([ended, wait(2_000, undefined, { ref: false })]);
      if (gone === undefined) child.kill('SIGKILL');
      await ended;
      if (dbPath) rmSync(pidFile(dbPath), { force: true });
    },
  };
}

/** The engine has no port 0, so a free one is looked for; another process may take it in between,
 * which is why starting is tried again. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port was found');
  return address.port;
}

async function waitUntilHealthy(endpoint: string): Promise<boolean> {
  const deadline = performance.now() + healthyWithinMs;
  while (performance.now() < deadline) {
    const answer = await fetch(endpoint).catch(() => undefined);
    if (answer?.ok) return true;
    await wait(10);
  }
  return false;
}

/** A parent killed with SIGKILL cannot stop its child. A shell that waits for the end of its input,
 * which the system closes with the parent, does it then. */
function guardAgainstSuddenEnd(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -9 "$1"', 'guard', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.once('error', () => {});
  guard.unref();
  return guard;
}

function pidFile(dbPath: string): string {
  return `${dbPath}.pid`;
}

/** Two engines on one file would each hold half the truth. A number in the file may by now belong to
 * a stranger, so only a process with our binary and our file in its command line is ended. */
function endLeftover(dbPath: string, binary: string): void {
  try {
    const pid = Number(readFileSync(pidFile(dbPath), 'utf8'));
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (command[0] === binary && command.includes(dbPath)) process.kill(pid, 'SIGKILL');
  } catch {
    // No file or no such process: nothing was left over.
  }
}
