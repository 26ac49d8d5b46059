import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Actor } from './story.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The clock that a service on one machine offers. */
export interface TargetClock {
  /** Goes forward to the instant, if it is not there yet. */
  reach(instant: number): Promise<void>;
  wipeExecutions(): Promise<void>;
}

/** A running service, wherever it runs, as its callers see it. */
export interface Target {
  readonly url: string;
  /** None for a service that runs in real time. */
  readonly clock: TargetClock | undefined;
  now(): Promise<number>;
  /** Waits until what follows from a command has happened. */
  settle(): Promise<void>;
  call(call: Call): Promise<Answer>;
  tokenOf(actor: Actor): Promise<string | undefined>;
}

const Now = z.looseObject({ now: z.iso.datetime() });
// What the stream and the machines take at most on AWS, with room to spare.
const momentMs = 3_000;

const Token = z.looseObject({ token: z.string() });

/** Opens the service at an address. Without a local issuer the tokens come from whoever asks, by the
 * id of the person in the story. */
export async function openTarget(
  url: string,
  tokens: Readonly<Record<string, string>> = {},
): Promise<Target> {
  const call = (asked: Call): Promise<Answer> => send(url, asked);
  const isLocal = (await call({ method: 'GET', path: '/local/clock' })).status === 200;
  const now = async (): Promise<number> =>
    isLocal
      ? Date.parse(Now.parse((await call({ method: 'GET', path: '/local/clock' })).body).now)
      : Date.now();
  const made = new Map<string, string>();
  return {
    url,
    clock: isLocal ? localClock(call, now) : undefined,
    now,
    // Nothing tells when a service in real time is idle, so that it is given a moment.
    settle: () => (isLocal ? post(call, '/local/idle') : pause(momentMs)),
    call,
    async tokenOf(actor) {
      if (actor.comes === 'without-account') return undefined;
      const id = actor.comes === 'as-staff' ? actor.id : actor.personId;
      const token = tokens[id] ?? made.get(id) ?? (isLocal ? await sign(call, actor) : undefined);
      if (token === undefined) throw new Error(`no token is given for ${id} (${actor.name})`);
      made.set(id, token);
      return token;
    },
  };
}

async function send(url: string, { method, path, token, headers, body }: Call): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson && text ? JSON.parse(text) : text };
}

async function sign(call: Target['call'], actor: Actor): Promise<string> {
  const body =
    actor.comes === 'as-staff'
      ? { sub: actor.id, roles: actor.roles, teams: actor.teams, name: actor.name }
      : { resident: actor.comes === 'as-resident' ? actor.personId : '' };
  const answer = await call({ method: 'POST', path: '/local/tokens', body });
  return Token.parse(answer.body).token;
}

async function post(call: Target['call'], path: string, body: unknown = {}): Promise<void> {
  const answer = await call({ method: 'POST', path, body });
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
}

function localClock(call: Target['call'], now: Target['now']): TargetClock {
  return {
    async reach(instant) {
      if (instant <= (await now())) return;
      await post(call, '/local/clock', { advanceTo: new Date(instant).toISOString() });
    },
    wipeExecutions: () => post(call, '/local/wipe-executions'),
  };
}
