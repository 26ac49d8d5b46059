import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type Issuer, openIssuer } from '#infra/local/issuer/issuer.ts';
import { today } from '../journey/bodies.ts';
import { type CpuSeconds, cpuOfTree } from './cpu-time.ts';

export const startAt = `${today}T09:00:00Z`;

const startWithinMs = 120_000;
const stopWithinMs = 15_000;

interface SideOptions {
  readonly name: string;
  /** The program that serves it, beside this file. */
  readonly program: string;
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** One of the services compared, running in a process of its own. */
export interface Side {
  readonly name: string;
  readonly url: string;
  /** Signs the tokens that this side accepts. */
  readonly issuer: Issuer;
  cpu(): CpuSeconds;
  /** Resolves once nothing that was asked of it is still under way. */
  whenIdle(): Promise<void>;
  stop(): Promise<void>;
}

const Ready = z.object({ url: z.url() });

export async function startSide({
  name,
  program,
  folder,
  environment,
}: SideOptions): Promise<Side> {
  mkdirSync(folder, { recursive: true });
  // The key is made here, so that the bench signs with what the side trusts.
  const issuer = openIssuer(folder);
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), {
    env: { ...process.env, ...environment, FOLDER: folder, START_AT: startAt },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const url = await heardFrom(child, name);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${name} has no process`);
  return {
    name,
    url,
    issuer,
    cpu: () => cpuOfTree(pid),
    async whenIdle() {
      const answer = await fetch(`${url}/local/idle`, { method: 'POST' });
      if (!answer.ok) throw new Error(`${name} did not come to rest: ${await answer.text()}`);
    },
    stop: () => end(child),
  };
}

async function heardFrom(child: ChildProcess, name: string): Promise<string> {
  const signal = AbortSignal.timeout(startWithinMs);
  const message = once(child, 'message', { signal }).then(([said]) => Ready.parse(said).url);
  const exit = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`${name} ended with ${code} before it served`);
  });
  try {
    return await Promise.race([message, exit]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await ended;
  clearTimeout(timer);
}
