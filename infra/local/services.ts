import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type AsyncInvoke, createAsyncInvoke } from './events/async-invoke.ts';
import { createEventBus, type EventBus } from './events/bus.ts';
import { createQueues, type Queues } from './events/queues/queues.ts';
import { createScheduler, type Scheduler } from './events/schedules/scheduler.ts';
import { createStreams, type Streams } from './events/stream/stream.ts';
import { type AwsCall, createAwsServices } from './http/aws-services.ts';
import {
  createNotifyDouble,
  localTemplates,
  type NotifyDouble,
  type SentNotification,
} from './http/notify-double.ts';
import { listen } from './http/server.ts';
import type { LambdaHost } from './lambda/lambda-host.ts';
import type { Activity, LocalClock } from './ports.ts';
import { createSecrets, type Secrets } from './secrets/secrets.ts';
import { createStatesService, type StatesService } from './states/service.ts';
import { createTables } from './table/create-tables.ts';
import { createTableProxy, type TableProxy } from './table/proxy.ts';
import { startTtl } from './table/ttl.ts';
import { account } from './template/account.ts';
import type { Deployment } from './template/deployment.ts';
import { readMachines } from './template/read-machines.ts';

/** The AWS services that stand behind the functions, joined. */
export interface Services {
  readonly table: TableProxy;
  readonly streams: Streams;
  readonly queues: Queues;
  readonly asyncInvoke: AsyncInvoke;
  readonly bus: EventBus;
  readonly scheduler: Scheduler;
  readonly states: StatesService;
  readonly secrets: Secrets;
  /** Calls back for each request that a function sends to a service other than the table. */
  onAwsCall(listener: (call: AwsCall) => void): void;
  /** The messages that GOV.UK Notify would have sent. */
  notifications(): readonly SentNotification[];
  /** Sets what becomes of the messages of a channel. */
  readonly fateOfMessages: NotifyDouble['fate'];
  /** Where functions find all this: what their environment says of it. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Begins to deliver and to carry on with what was under way. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface ServicesPorts {
  readonly deployment: Deployment;
  readonly host: LambdaHost;
  readonly database: DatabaseSync;
  readonly activity: Activity;
  readonly clock: LocalClock;
  /** The table engine's own endpoint. */
  readonly engine: string;
  readonly folder: string | undefined;
}

// The shape of a key of GOV.UK Notify: a name, the service and the secret. It opens nothing.
const noUuid = '00000000-0000-0000-0000-000000000000';
const notifyKey = JSON.stringify({ apiKey: `local-${noUuid}-${noUuid}`, ...localTemplates });

export async function createServices(ports: ServicesPorts): Promise<Services> {
  const { deployment, host, activity, clock, engine, folder } = ports;
  const shared = { ...ports, functions: host };
  const tables = await createTables(engine, deployment);
  const table = await createTableProxy({ engine, activity, now: clock.now });
  const queues = createQueues(shared);
  const asyncInvoke = createAsyncInvoke({ ...shared, queues });
  const bus = createEventBus({ ...shared, asyncInvoke, queues, hasFunction: host.has });
  const scheduler = createScheduler({ ...shared, asyncInvoke, queues, hasFunction: host.has });
  const streams = createStreams({ ...shared, endpoint: engine, queues, tables });
  const { id: accountId, region } = account;
  const states = createStatesService({ ...shared, host, sink: bus, accountId, region });
  for (const machine of readMachines(deployment)) states.define(machine);
  const secrets = createSecrets({
    deployment,
    ...(folder !== undefined && { file: join(folder, 'secrets.json') }),
    fixed: givenSecrets(deployment),
  });
  const notify = createNotifyDouble({
    now: clock.now,
    ...(folder !== undefined && { outbox: join(folder, 'outbox') }),
  });
  const callListeners: ((call: AwsCall) => void)[] = [];
  const callAws = createAwsServices([states, bus, secrets], clock.now, (call) => {
    for (const listener of callListeners) listener(call);
  });
  const back = await listen(0, async (request) =>
    request.target.startsWith('/v2/') ? notify.handle(request) : callAws(request),
  );
  let ttl: { stop(): void } | undefined;

  return {
    table,
    streams,
    queues,
    asyncInvoke,
    bus,
    scheduler,
    states,
    secrets,
    onAwsCall(listener) {
      callListeners.push(listener);
    },
    notifications: notify.sent,
    fateOfMessages: notify.fate,
    endpoints: {
      AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
      AWS_ENDPOINT_URL_SFN: back.url,
      AWS_ENDPOINT_URL_EVENTBRIDGE: back.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: back.url,
      NOTIFY_BASE_URL: back.url,
    },
    async start() {
      table.onWrite(() => streams.wake());
      queues.start();
      asyncInvoke.start();
      await streams.start();
      states.resume();
      scheduler.start();
      ttl = startTtl({ proxy: table, tables, clock });
    },
    async stop() {
      ttl?.stop();
      scheduler.stop();
      states.stop();
      await Promise.all([streams.stop(), queues.stop(), asyncInvoke.stop()]);
      await Promise.all([back.stop(), table.stop()]);
    },
  };
}

/** What a council would fill in by hand, by secret. */
function givenSecrets(deployment: Deployment): Record<string, string> {
  const named = deployment
    .ofType('AWS::SecretsManager::Secret')
    .filter(({ name }) => name.endsWith('/notify-api-key'));
  return Object.fromEntries(named.map(({ name }) => [name, notifyKey]));
}
