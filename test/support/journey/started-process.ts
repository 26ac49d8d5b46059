import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import { sendTo } from '../running-service.ts';
import type { Service } from './walk.ts';

const Token = z.object({ token: z.string() });
const Now = z.object({ now: z.string() });
const dayMs = 24 * 60 * 60 * 1000;

/** The service as `npm start` runs it, in a process of its own. */
export interface StartedProcess extends Service {
  /** Goes forward to nine in the morning of the next day, and says which day that is. */
  nextMorning(): Promise<string>;
  /** Waits until nothing is under way. */
  idle(): Promise<void>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
}

export async function startProcess(folder: string): Promise<StartedProcess> {
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    env: { ...process.env, LOCAL_FOLDER: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readUrl(child);
  return {
    send: (line, sent) => sendTo(url, line, sent),
    async tokenOf(id, as) {
      const body = { sub: id, roles: as, teams: ['adult-front-door'] };
      return Token.parse((await sendTo(url, 'POST /local/tokens', { body })).body).token;
    },
    async nextMorning() {
      const { now } = Now.parse((await sendTo(url, 'GET /local/clock')).body);
      const tomorrow = new Date(Date.parse(now) + dayMs).toISOString().slice(0, 10);
      const body = { advanceTo: `${tomorrow}T09:00:00Z` };
      await sendTo(url, 'POST /local/clock', { body });
      return tomorrow;
    },
    async idle() {
      await sendTo(url, 'POST /local/idle', { body: {} });
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** The address that it says it has. What it says afterwards is read too and let go, because a process
 * whose reader has gone away dies of it. */
function readUrl(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, url] = /API +(http:\S+)\n/.exec(said) ?? [];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`the service did not start: ${said}`)));
  });
}
