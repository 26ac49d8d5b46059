import { afterEach, describe, expect, test } from 'vitest';
import { type AsyncInvoke, createAsyncInvoke } from '#infra/local/events/async-invoke.ts';
import { createQueues } from '#infra/local/events/queues/queues.ts';
import {
  createPorts,
  deploymentOf,
  failed,
  functionArn,
  hourMs,
  minuteMs,
  queueArn,
  resource,
  succeeded,
  throttled,
} from './rig.ts';

let ports = createPorts();
let open: AsyncInvoke[] = [];
afterEach(async () => {
  await Promise.all(open.map((each) => each.stop()));
  open = [];
  ports.clock.stop();
  ports = createPorts();
});

function start(configuration: Record<string, unknown> = {}) {
  const deployment = deploymentOf(
    resource('AWS::SQS::Queue', 'failed', {}),
    resource('AWS::Lambda::EventInvokeConfig', 'configuration', {
      FunctionName: 'schedules',
      Qualifier: '$LATEST',
      DestinationConfig: { OnFailure: { Destination: queueArn('failed') } },
      ...configuration,
    }),
  );
  const queues = createQueues({ ...ports, deployment });
  const asyncInvoke = createAsyncInvoke({ ...ports, queues, deployment });
  asyncInvoke.start();
  open.push(asyncInvoke);
  return {
    asyncInvoke,
    failures: (): unknown[] =>
      queues.messages(queueArn('failed')).map(({ body }) => JSON.parse(body)),
  };
}

describe('an accepted event', () => {
  test('reaches the function, by its name or its ARN, before all is idle', async () => {
    const { asyncInvoke } = start();
    asyncInvoke.accept('schedules', { task: 'reconcile' });
    asyncInvoke.accept(functionArn('schedules'), { task: 'due-sweep' });
    await ports.activity.whenIdle();
    expect(ports.functions.calls).toEqual([
      { name: 'schedules', payload: { task: 'reconcile' } },
      { name: 'schedules', payload: { task: 'due-sweep' } },
    ]);
    expect(asyncInvoke.pending()).toEqual([]);
  });

  test('that fails is tried again after one minute and after two more', async () => {
    const { asyncInvoke, failures } = start();
    ports.functions.answer = () => failed;
    const requestId = asyncInvoke.accept('schedules', { task: 'reconcile' });
    const callsAfter = async (ms: number): Promise<number> => {
      await ports.advance(ms);
      return ports.functions.calls.length;
    };
    expect(await callsAfter(0)).toBe(1);
    expect(await callsAfter(minuteMs - 1000)).toBe(1);
    expect(await callsAfter(2000)).toBe(2);
    expect(await callsAfter(2 * minuteMs - 3000)).toBe(2);
    expect(failures()).toEqual([]);
    expect(await callsAfter(5000)).toBe(3);
    expect(failures()).toEqual([
      {
        version: '1.0',
        timestamp: expect.any(String),
        requestContext: {
          requestId,
          functionArn: `${functionArn('schedules')}:$LATEST`,
          condition: 'RetriesExhausted',
          approximateInvokeCount: 3,
        },
        requestPayload: { task: 'reconcile' },
        responseContext: {
          statusCode: 200,
          executedVersion: '$LATEST',
          functionError: 'Unhandled',
        },
        responsePayload: { errorType: 'Error', errorMessage: 'it broke' },
      },
    ]);
    expect(asyncInvoke.pending()).toEqual([]);
  });

  test('is not tried again where the template says so', async () => {
    const { asyncInvoke, failures } = start({ MaximumRetryAttempts: 0 });
    ports.functions.answer = () => failed;
    asyncInvoke.accept('schedules', {});
    await ports.activity.whenIdle();
    expect(failures()).toHaveLength(1);
  });

  test('that found no capacity loses no attempt', async () => {
    const { asyncInvoke, failures } = start({ MaximumRetryAttempts: 1 });
    const answers = [throttled, throttled, throttled, failed];
    ports.functions.answer = () => answers.shift() ?? succeeded();
    asyncInvoke.accept('schedules', {});
    await ports.advance(hourMs);
    expect(ports.functions.calls).toHaveLength(5);
    expect(failures()).toEqual([]);
  });

  test('that found no capacity for too long is given up', async () => {
    const { asyncInvoke, failures } = start({ MaximumEventAgeInSeconds: 3600 });
    ports.functions.answer = () => throttled;
    asyncInvoke.accept('schedules', {});
    await ports.advance(2 * hourMs);
    expect(failures()).toMatchObject([{ requestContext: { condition: 'EventAgeExceeded' } }]);
  });

  test('survives the end of the process, retries included', async () => {
    const { asyncInvoke } = start();
    ports.functions.answer = () => failed;
    asyncInvoke.accept('schedules', { task: 'reconcile' });
    await ports.activity.whenIdle();
    await asyncInvoke.stop();
    open = [];

    ports = { ...createPorts(10 * minuteMs), database: ports.database };
    start();
    await ports.activity.whenIdle();
    expect(ports.functions.calls).toEqual([{ name: 'schedules', payload: { task: 'reconcile' } }]);
  });
});

test('an event accepted just before the stop waits on disk for the next start', async () => {
  const { asyncInvoke } = start();
  asyncInvoke.accept('schedules', {});
  await asyncInvoke.stop();
  const count = asyncInvoke.pending().length;
  ports.database.close();
  await ports.activity.whenIdle();
  expect(count).toBe(1);
  expect(ports.functions.calls).toEqual([]);
});

test('a destination other than a queue of the template stops the start by name', () => {
  const OnFailure = { Destination: 'arn:aws:sns:eu-west-2:000000000000:topic' };
  expect(() => start({ DestinationConfig: { OnFailure } })).toThrow('sns');
  const OnSuccess = { Destination: queueArn('failed') };
  expect(() => start({ DestinationConfig: { OnSuccess } })).toThrow('OnSuccess');
});
