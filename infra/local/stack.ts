import { join } from 'node:path';
import { createActivity } from './activity.ts';
import { createClock } from './clock.ts';
import { claimForCouncil, loadClockOffset, openDatabase, saveClockOffset } from './database.ts';
import { createFront } from './front.ts';
import { gatewayAnswers, type HttpAnswer, type HttpRequest } from './http/messages.ts';
import type { SentNotification } from './http/notify-double.ts';
import { listen } from './http/server.ts';
import { openIssuer } from './issuer/issuer.ts';
import type { TokenRequest } from './issuer/token-request.ts';
import { readFunctions } from './lambda/function-definition.ts';
import { createLambdaHost } from './lambda/lambda-host.ts';
import { createLogs } from './logs.ts';
import type { Activity, LocalClock } from './ports.ts';
import { createServices, type Services } from './services.ts';
import { councilDefault, refuseOtherCouncil } from './start-request.ts';
import { openTableEngine, type TableEngine } from './table/dynoxide.ts';
import { keepInUse } from './template/assembly-cache.ts';
import { type Deployment, readDeployment } from './template/deployment.ts';
import { synthesise } from './template/synthesis.ts';

export interface LocalStackOptions {
  /** Where everything is kept; in memory without one, as in all tests. */
  readonly folder?: string;
  /** A free one is taken without. */
  readonly port?: number;
  /** The preset of `shared/council`. */
  readonly council?: string;
  /** An assembly that is there already, in place of the service's own. */
  readonly assembly?: string;
  /** Local time at the start, as an ISO instant; a kept clock goes on from where it was. */
  readonly startAt?: string;
  /** Shows what functions log as they write it. */
  readonly echo?: boolean;
  readonly onProgress?: Progress;
}

/** Told when a part begins, and again with what there is to say of it when it is ready. */
export type Progress = (
  part: string,
  ready?: { readonly ms: number; readonly note: string },
) => void;

export interface LocalStack {
  readonly url: string;
  readonly clock: LocalClock;
  readonly activity: Activity;
  /** What stands behind the functions, with its switches for faults. */
  readonly services: Services;
  token(request: TokenRequest): string;
  /** All that functions and the gateway logged. */
  logs(): string;
  notifications(): readonly SentNotification[];
  /** How often each function was invoked since the start, by its name. */
  invocations(): Readonly<Record<string, number>>;
  /** Resolves with a reason if the table engine ends by itself. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

type Cleanups = (() => void | Promise<void>)[];

/** Starts the service's template on this machine. If a part fails, what was started before it is
 * stopped again. */
export async function startLocalStack(options: LocalStackOptions = {}): Promise<LocalStack> {
  const cleanups: Cleanups = [];
  const stop = async (): Promise<void> => {
    for (let next = cleanups.pop(); next; next = cleanups.pop()) await next();
  };
  try {
    return { ...(await startParts(options, cleanups)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: LocalStackOptions,
  cleanups: Cleanups,
): Promise<Omit<LocalStack, 'stop'>> {
  const { folder, council = councilDefault } = options;
  const timed = timer(options.onProgress ?? (() => {}));
  // The port and the folder come first, because they tell at once when another start has them.
  const door = await openDoor(options.port ?? 0, cleanups);
  const { database, clock, activity } = openTime(options, cleanups);
  const logs = createLogs(folder && join(folder, 'logs'), options.echo ?? false);
  const issuer = openIssuer(folder);
  const [deployment, engine] = await Promise.all([
    timed('template', () => readTemplate(options, cleanups)),
    timed('table', () => openEngine(folder, cleanups)),
  ]);

  const functions = readFunctions(deployment);
  const host = createLambdaHost({
    functions,
    clock,
    activity,
    logs,
    endpoints: () => services.endpoints,
  });
  cleanups.push(() => host.stop());
  const joined = { deployment, host, database, activity, clock, folder };
  const services = await timed('services', async () => {
    const value = await createServices({ ...joined, engine: engine.endpoint });
    cleanups.push(() => value.stop());
    return { value, note: `${functions.length} functions` };
  });
  await timed('api', async () => {
    const front = createFront({ ...joined, issuer, logs, services, council });
    await services.start();
    door.handle = front.handle;
    // Again, because stopping goes backwards: no more requests before anything else goes.
    cleanups.push(door.stop);
    return { value: front, note: `${front.routes} routes` };
  });

  return {
    url: door.url,
    clock,
    activity,
    services,
    token: (request) => issuer.sign(request, clock.now()),
    logs: logs.text,
    notifications: services.notifications,
    invocations: host.invocations,
    lost: engine.lost,
  };
}

interface Made<T> {
  readonly value: T;
  readonly note: string;
}

function timer(report: Progress): <T>(part: string, make: () => Promise<Made<T>>) => Promise<T> {
  return async (part, make) => {
    const startedAt = performance.now();
    report(part);
    const { value, note } = await make();
    report(part, { ms: Math.round(performance.now() - startedAt), note });
    return value;
  };
}

interface Door {
  readonly url: string;
  handle(request: HttpRequest): Promise<HttpAnswer>;
  stop(): Promise<void>;
}

/** Listens at once and says "not yet" until it is given something to answer with. */
async function openDoor(port: number, cleanups: Cleanups): Promise<Door> {
  const server = await listen(port, (request) => door.handle(request));
  const door: Door = {
    url: server.url,
    handle: async () => gatewayAnswers.serviceUnavailable,
    stop: () => server.stop(),
  };
  cleanups.push(door.stop);
  return door;
}

function openTime(options: LocalStackOptions, cleanups: Cleanups) {
  const { folder, startAt, council = councilDefault } = options;
  const database = openDatabase(folder);
  cleanups.push(() => database.close());
  refuseOtherCouncil(claimForCouncil(database, council), council);
  const activity = createActivity();
  const firstOffset = startAt === undefined ? 0 : Date.parse(startAt) - Date.now();
  const offset = loadClockOffset(database) ?? firstOffset;
  saveClockOffset(database, offset);
  const clock = createClock(activity, offset, (ms) => saveClockOffset(database, ms));
  cleanups.push(() => clock.stop());
  return { database, activity, clock };
}

async function readTemplate(
  options: LocalStackOptions,
  cleanups: Cleanups,
): Promise<Made<Deployment>> {
  const { assembly, council = councilDefault } = options;
  if (assembly !== undefined) return { value: readDeployment(assembly), note: assembly };
  const { folder, wasCached } = await synthesise(council);
  cleanups.push(keepInUse(folder));
  const note = `council ${council}, ${wasCached ? 'as synthesised before' : 'synthesised'}`;
  return { value: readDeployment(folder), note };
}

async function openEngine(
  folder: string | undefined,
  cleanups: Cleanups,
): Promise<Made<TableEngine>> {
  const value = await openTableEngine(folder ? { dbPath: join(folder, 'table.db') } : {});
  cleanups.push(() => value.stop());
  return { value, note: value.description };
}
