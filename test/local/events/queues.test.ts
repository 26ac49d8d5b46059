import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createQueues, type Queues } from '#infra/local/events/queues/queues.ts';
import {
  createPorts,
  dayMs,
  deploymentOf,
  failed,
  functionArn,
  minuteMs,
  queueArn,
  resource,
  succeeded,
} from './rig.ts';

const sqsEvent = z.object({
  Records: z.array(
    z.looseObject({
      messageId: z.string(),
      body: z.string(),
      attributes: z.record(z.string(), z.string()),
    }),
  ),
});
const waiting = queueArn('waiting');
const dead = queueArn('dead');
let ports = createPorts();
let open: Queues[] = [];

afterEach(async () => {
  await Promise.all(open.map((queues) => queues.stop()));
  open = [];
  ports.clock.stop();
  ports = createPorts();
});

function start(mapping: Record<string, unknown> | undefined = {}, queue = {}): Queues {
  const deployment = deploymentOf(
    resource('AWS::SQS::Queue', 'dead', {}),
    resource('AWS::SQS::Queue', 'waiting', {
      VisibilityTimeout: 60,
      RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 2 },
      ...queue,
    }),
    ...(mapping
      ? [
          resource('AWS::Lambda::EventSourceMapping', 'mapping', {
            EventSourceArn: waiting,
            FunctionName: functionArn('notify'),
            FunctionResponseTypes: ['ReportBatchItemFailures'],
            ...mapping,
          }),
        ]
      : []),
  );
  const queues = createQueues({ ...ports, deployment });
  queues.start();
  open.push(queues);
  return queues;
}

const batches = (): string[][] =>
  ports.functions.calls.map(({ payload }) =>
    sqsEvent.parse(payload).Records.map(({ body }) => body),
  );
const bodies = (queues: Queues, arn: string): string[] =>
  queues.messages(arn).map(({ body }) => body);

/** Reports the messages with this body as failed. */
const failBody = (bad: string) => (payload: unknown) => {
  const { Records } = sqsEvent.parse(payload);
  const itemIdentifiers = Records.filter(({ body }) => body === bad);
  return succeeded({
    batchItemFailures: itemIdentifiers.map(({ messageId }) => ({ itemIdentifier: messageId })),
  });
};

describe('a message', () => {
  test('reaches the function in the shape that AWS gives it and is gone when it is done', async () => {
    const queues = start();
    const messageId = queues.send(waiting, 'hello', { ERROR_CODE: 'none' });
    await ports.activity.whenIdle();
    expect(ports.functions.calls).toEqual([
      {
        name: 'notify',
        payload: {
          Records: [
            {
              messageId,
              receiptHandle: expect.any(String),
              body: 'hello',
              attributes: {
                ApproximateReceiveCount: '1',
                SentTimestamp: expect.stringMatching(/^\d{13}$/),
                SenderId: '000000000000',
                ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
              },
              messageAttributes: {
                ERROR_CODE: {
                  stringValue: 'none',
                  stringListValues: [],
                  binaryListValues: [],
                  dataType: 'String',
                },
              },
              md5OfBody: '5d41402abc4b2a76b9719d911017c592',
              eventSource: 'aws:sqs',
              eventSourceARN: waiting,
              awsRegion: 'eu-west-2',
            },
          ],
        },
      },
    ]);
    expect(queues.messages(waiting)).toEqual([]);
  });

  test('that fails is hidden for the visibility timeout of local time, then tried again', async () => {
    const queues = start();
    ports.functions.answer = () => failed;
    queues.send(waiting, 'hello');
    await ports.activity.whenIdle();
    expect(batches()).toHaveLength(1);
    ports.functions.answer = () => succeeded();
    await ports.advance(59_000);
    expect(batches()).toHaveLength(1);
    await ports.advance(2_000);
    expect(batches()).toHaveLength(2);
    expect(queues.messages(waiting)).toEqual([]);
  });

  test('received too often goes to the dead-letter queue and can be sent back', async () => {
    const queues = start();
    ports.functions.answer = () => failed;
    queues.send(waiting, 'hello');
    await ports.advance(minuteMs + 1000);
    expect(bodies(queues, dead)).toEqual([]);
    await ports.advance(minuteMs);
    expect(batches()).toHaveLength(2);
    expect(bodies(queues, dead)).toEqual(['hello']);
    expect(queues.list().map(({ name, messages }) => `${name} ${messages}`)).toEqual([
      'dead 1',
      'waiting 0',
    ]);

    ports.functions.answer = () => succeeded();
    expect(queues.redrive(dead)).toBe(1);
    await ports.activity.whenIdle();
    expect(batches()).toHaveLength(3);
    expect([...bodies(queues, dead), ...bodies(queues, waiting)]).toEqual([]);
  });

  test('is gone when its retention has passed', async () => {
    const queues = start(undefined);
    queues.send(dead, 'hello');
    await ports.advance(3 * dayMs);
    expect(bodies(queues, dead)).toEqual(['hello']);
    await ports.advance(2 * dayMs);
    expect(bodies(queues, dead)).toEqual([]);
  });

  test('that the filters turn away counts as done', async () => {
    const queues = start({
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ body: { kind: ['wanted'] } }) }] },
    });
    queues.send(waiting, JSON.stringify({ kind: 'unwanted' }));
    queues.send(waiting, JSON.stringify({ kind: 'wanted' }));
    await ports.activity.whenIdle();
    expect(batches()).toEqual([['{"kind":"wanted"}']]);
    expect(queues.messages(waiting)).toEqual([]);
  });
});

describe('a batch', () => {
  test('holds messages that came together, up to its size', async () => {
    const queues = start({ BatchSize: 2 });
    for (const body of ['1', '2', '3']) queues.send(waiting, body);
    await ports.activity.whenIdle();
    expect(batches()).toEqual([['1', '2'], ['3']]);
  });

  test('that fails in part keeps only what failed', async () => {
    const queues = start();
    ports.functions.answer = failBody('bad');
    for (const body of ['1', 'bad', '2']) queues.send(waiting, body);
    await ports.activity.whenIdle();
    expect(bodies(queues, waiting)).toEqual(['bad']);
  });

  test('that names an unknown item fails as a whole', async () => {
    const queues = start();
    ports.functions.answer = () =>
      succeeded({ batchItemFailures: [{ itemIdentifier: 'somebody else' }] });
    for (const body of ['1', '2']) queues.send(waiting, body);
    await ports.activity.whenIdle();
    expect(bodies(queues, waiting)).toEqual(['1', '2']);
  });

  test('waits while as many are under way as the mapping allows', async () => {
    const queues = start({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } });
    let underWay = 0;
    let most = 0;
    ports.functions.answer = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return succeeded();
    };
    for (const body of ['1', '2', '3', '4', '5']) queues.send(waiting, body);
    await ports.activity.whenIdle();
    expect(most).toBe(2);
    expect(batches().flat()).toEqual(['1', '2', '3', '4', '5']);
  });
});

test('a message that was being worked on when the process ended is delivered at the next start', async () => {
  const queues = start();
  let reached = (): void => {};
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  // A function that never answers stands for the process that was killed in the middle of it.
  ports.functions.answer = () => {
    reached();
    return new Promise(() => {});
  };
  queues.send(waiting, 'hello');
  await isReached;
  open = [];

  const next = createPorts();
  const after = { ...next, database: ports.database };
  ports = after;
  start();
  await after.activity.whenIdle();
  expect(batches()).toEqual([['hello']]);
});

test('a message that came just before the stop waits on disk for the next start', async () => {
  const queues = start();
  queues.send(waiting, 'hello');
  await queues.stop();
  const count = ports.database.prepare('SELECT count(*) AS waiting FROM events_message').get();
  ports.database.close();
  await ports.activity.whenIdle();
  expect(count).toEqual({ waiting: 1 });
  expect(batches()).toEqual([]);
});

test('a dead-letter queue that the template does not have stops the start by name', () => {
  const RedrivePolicy = { deadLetterTargetArn: queueArn('elsewhere'), maxReceiveCount: 1 };
  expect(() => start({}, { RedrivePolicy })).toThrow('elsewhere');
});

test('a property of a queue that the local stack does not know stops the start by name', () => {
  expect(() => start({}, { FifoQueue: true })).toThrow('FifoQueue');
});
