import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { createActivity } from '#infra/local/activity.ts';
import { createClock } from '#infra/local/clock.ts';
import { createAsyncInvoke } from '#infra/local/events/async-invoke.ts';
import { createQueues } from '#infra/local/events/queues/queues.ts';
import { createStreams } from '#infra/local/events/stream/stream.ts';
import type { FunctionHost, InvokeResult } from '#infra/local/ports.ts';
import { createTables } from '#infra/local/table/create-tables.ts';
import { openTableEngine } from '#infra/local/table/dynoxide.ts';
import { createTableProxy } from '#infra/local/table/proxy.ts';
import { arn } from '#infra/local/template/account.ts';
import { tableResource } from '../table/table-rig.ts';
import { deploymentOf, queueArn, resource } from './rig.ts';

const deployment = deploymentOf(
  tableResource(),
  resource('AWS::SQS::Queue', 'waiting', {}),
  resource('AWS::Lambda::EventSourceMapping', 'queue', {
    EventSourceArn: queueArn('waiting'),
    FunctionName: 'notify',
  }),
  resource('AWS::Lambda::EventSourceMapping', 'stream', {
    EventSourceArn: `${arn('dynamodb', 'table/records')}/stream/local`,
    FunctionName: 'case-stream',
    StartingPosition: 'TRIM_HORIZON',
  }),
);

/** The stream, a queue and asynchronous events on files in a folder. */
export async function openService(folder: string, functions: FunctionHost) {
  const activity = createActivity();
  const clock = createClock(activity, 0, () => {});
  const database = new DatabaseSync(`${folder}/local.db`);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  const engine = await openTableEngine({ dbPath: `${folder}/table.db`, environment: {} });
  const tables = await createTables(engine.endpoint, deployment);
  const proxy = await createTableProxy({ engine: engine.endpoint, activity, now: clock.now });
  const ports = { activity, clock, database, functions, deployment };
  const queues = createQueues(ports);
  const asyncInvoke = createAsyncInvoke({ ...ports, queues });
  const streams = createStreams({ ...ports, endpoint: engine.endpoint, queues, tables });
  proxy.onWrite(() => streams.wake());
  queues.start();
  asyncInvoke.start();
  await streams.start();
  return {
    activity,
    proxy,
    queues,
    asyncInvoke,
    async stop() {
      await Promise.all([streams.stop(), queues.stop(), asyncInvoke.stop()]);
      clock.stop();
      await proxy.stop();
      await engine.stop();
      database.close();
    },
  };
}

/** Functions that begin and never end. */
class HangingFunctions implements FunctionHost {
  async invoke(name: string): Promise<InvokeResult> {
    console.log(name);
    return await wait(3_600_000, { ok: true, payload: null });
  }
}

// Run as a program: says where the table is, accepts a message and an event, and hangs in all three.
if (import.meta.main) {
  const [, , folder = ''] = process.argv;
  const service = await openService(folder, new HangingFunctions());
  console.log(service.proxy.endpoint);
  service.queues.send(queueArn('waiting'), 'hello');
  service.asyncInvoke.accept('schedules', { task: 'reconcile' });
}
