import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type CpuSeconds, cpuOfTree } from './cpu-time.ts';

const installed = '/usr/lib/postgresql';
const readyWithinMs = 30_000;

/** The folder of Debian's newest PostgreSQL server, or nothing where none is installed. */
export function findPostgres(): string | undefined {
  const versions = existsSync(installed) ? readdirSync(installed) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installed, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

export interface Postgres {
  readonly url: string;
  cpu(): CpuSeconds;
  stop(): Promise<void>;
}

/** A cluster of its own with the server's own settings, so with fsync and synchronous_commit on,
 * reached by a socket in its folder and by nobody else. */
export async function startPostgres(binaries: string, folder: string): Promise<Postgres> {
  mkdirSync(folder, { recursive: true });
  const as = unprivileged(folder);
  const data = join(folder, 'data');
  const makeCluster = ['--auth=trust', '--username=bench', '--encoding=UTF8', '--locale=C'];
  const initdb = [...as, join(binaries, 'initdb'), '-D', data, ...makeCluster];
  execFileSync('setpriv', initdb, { stdio: 'pipe' });
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`];
  // Killed with SIGKILL, the bench cannot stop its server; the system then does.
  const server = ['--pdeathsig=INT', ...as, join(binaries, 'postgres'), '-D', data, ...settings];
  const child = spawn('setpriv', server, { stdio: ['ignore', 'ignore', 'pipe'] });
  const { pid } = child;
  if (pid === undefined) throw new Error('PostgreSQL has no process');
  await untilReady(child, join(binaries, 'pg_isready'), folder);
  return {
    url: `postgresql://bench@localhost/postgres?host=${encodeURIComponent(folder)}`,
    cpu: () => cpuOfTree(pid),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      // The fast way: connections are cut, and all is written down.
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. Its package brings a user of its own, who then owns the folder. */
function unprivileged(folder: string): string[] {
  if (process.getuid?.() !== 0) return ['--'];
  const [user = 0, group = 0] = ['-u', '-g'].map((which) =>
    Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' })),
  );
  chownSync(folder, user, group);
  chmodSync(folder, 0o700);
  return [`--reuid=${user}`, `--regid=${group}`, '--clear-groups', '--'];
}

async function untilReady(child: ChildProcess, isReady: string, folder: string): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said = `${said}${text}`.slice(-2_000);
  });
  const deadline = performance.now() + readyWithinMs;
  while (performance.now() < deadline && child.exitCode === null) {
    try {
      execFileSync(isReady, ['-h', folder, '-U', 'bench'], { stdio: 'ignore' });
      return;
    } catch {
      await wait(50);
    }
  }
  child.kill('SIGKILL');
  throw new Error(`PostgreSQL did not start: ${said}`);
}
