import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from '../make-folder.ts';
import { indexStreamLog } from './index-stream-log.ts';
import { makePassingFolder } from './passing-folder.ts';

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
  /** The file to keep the table in; without one it goes when the engine stops. */
  readonly dbPath?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The machine's own, such as `linux-x64`, unless a test says otherwise. */
  readonly platform?: string;
}

const saidMax = 2_000;
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
  if (options.dbPath === undefined) return await startPassing(binary);
  makeFolder(dirname(options.dbPath));
  endLeftover(options.dbPath, binary);
  return await startOn({ binary, dbPath: options.dbPath });
}

/** The engine on a file of its own, and not in its own memory: that nobody else could index. */
async function startPassing(binary: string): Promise<TableEngine> {
  const passing = makePassingFolder();
  const remove = () => rmSync(passing, { recursive: true, force: true });
  try {
    const engine = await startOn({ binary, dbPath: join(passing, 'table.db'), passing });
    return { ...engine, stop: () => engine.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

interface Place {
  readonly binary: string;
  readonly dbPath: string;
  /** The folder that goes with the engine. */
  readonly passing?: string;
}

async function startOn(place: Place): Promise<TableEngine> {
  for (let attempt = 1; ; attempt += 1) {
    const engine = await tryToStart(place);
    if (typeof engine !== 'string') return await indexed(engine, place.dbPath);
    if (attempt === startAttemptsMax) throw new Error(`the table engine did not start: ${engine}`);
  }
}

async function indexed(engine: TableEngine, dbPath: string): Promise<TableEngine> {
  try {
    indexStreamLog(dbPath);
    return engine;
  } catch (error) {
    await engine.stop();
    throw error;
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
async function tryToStart({ binary, dbPath, passing }: Place): Promise<TableEngine | string> {
  const port = await freePort();
  const given = ['--host', '127.0.0.1', '--port', String(port), '--db-path', dbPath];
  // A group of its own, so that Ctrl-C reaches the service first and its last writes still land.
  const child = spawn(binary, given, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    // Its words may come in pieces, the last of them a line's end alone.
    said = `${said}${text}`.slice(-saidMax);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // Closed and not only ended, so that its last words have been heard.
    child.once('close', (code, signal) => resolve(`the table engine ended (${signal ?? code})`));
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const isHealthy = await Promise.race([waitUntilHealthy(endpoint), ended.then(() => false)]);
  if (!isHealthy || child.pid === undefined) {
    child.kill('SIGKILL');
    const reason = await ended;
    return said.trim() || reason;
  }
  writeFileSync(pidFile(dbPath), String(child.pid));
  const guard = guardAgainstSuddenEnd(child.pid, passing);
  let isStopping = false;
  const lost = new Promise<string>((resolve) => {
    void ended.then((reason) => {
      guard.kill('SIGKILL');
      if (!isStopping) resolve(reason);
    });
  });
  return {
    endpoint,
    description: `table: dynoxide, ${dbPath}${passing === undefined ? '' : ', for this run only'}`,
    lost,
    async stop() {
      isStopping = true;
      child.kill('SIGTERM');
      const gone = await Promise.race([ended, wait(2_000, undefined, { ref: false })]);
      if (gone === undefined) child.kill('SIGKILL');
      await ended;
      rmSync(pidFile(dbPath), { force: true });
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

/** A parent killed with SIGKILL cannot stop its child, nor remove what nobody keeps. A shell that
 * waits for the end of its input, which the system closes with the parent, does it then. */
function guardAgainstSuddenEnd(pid: number, passing: string | undefined): ChildProcess {
  const then = 'read -r _; kill -9 "$1"; [ -z "$2" ] || rm -rf "$2"';
  const guard = spawn('/bin/sh', ['-c', then, 'guard', String(pid), passing ?? ''], {
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
