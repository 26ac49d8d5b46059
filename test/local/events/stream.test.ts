import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createQueues } from '#infra/local/events/queues/queues.ts';
import { createStreams, type Streams } from '#infra/local/events/stream/stream.ts';
import type { InvokeResult } from '#infra/local/ports.ts';
import { arn } from '#infra/local/template/account.ts';
import { item, type OpenTable, openTable } from '../table/table-rig.ts';
import {
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

const streamEvent = z.object({
  Records: z.array(
    z.object({
      eventID: z.string(),
      eventName: z.string(),
      eventSource: z.string(),
      eventSourceARN: z.string(),
      dynamodb: z.object({
        ApproximateCreationDateTime: z.number(),
        Keys: z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) }),
        NewImage: z.record(z.string(), z.unknown()).optional(),
        OldImage: z.unknown().optional(),
        SequenceNumber: z.string(),
        StreamViewType: z.string(),
      }),
    }),
  ),
});
const sourceArn = `${arn('dynamodb', 'records')}`.replace(
  ':records',
  ':table/records/stream/local',
);

let table: OpenTable;
let streams: Streams | undefined;

beforeEach(async () => {
  table = await openTable();
});
afterEach(async () => {
  await streams?.stop();
  await table.close();
});

async function start(
  mapping: Record<string, unknown> = {},
  options: { shards?: number } = {},
): Promise<Streams> {
  const deployment = deploymentOf(
    resource('AWS::SQS::Queue', 'failed', {}),
    resource('AWS::Lambda::EventSourceMapping', 'mapping', {
      EventSourceArn: sourceArn,
      FunctionName: functionArn('case-stream'),
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...mapping,
    }),
  );
  const queues = createQueues({ ...table, deployment });
  const started = createStreams({
    ...table,
    endpoint: table.engine.endpoint,
    queues,
    deployment,
    ...options,
  });
  table.proxy.onWrite(() => started.wake());
  await started.start();
  streams = started;
  failures = () => queues.messages(queueArn('failed')).map(({ body }) => JSON.parse(body));
  return started;
}
let failures = (): unknown[] => [];

async function put(pk: string, sk: string, attributes: Record<string, string> = {}): Promise<void> {
  await table.client.send(
    new PutItemCommand({ TableName: 'records', Item: item(pk, sk, attributes) }),
  );
}

/** One transaction, so that the stream reads all of them at once. */
async function putTogether(...keys: readonly (readonly [pk: string, sk: string])[]): Promise<void> {
  const TransactItems = keys.map(([pk, sk]) => ({
    Put: { TableName: 'records', Item: item(pk, sk, { at: `${performance.now()}` }) },
  }));
  await table.client.send(new TransactWriteItemsCommand({ TransactItems }));
}
const inCase1 = (...sks: readonly string[]) => sks.map((sk) => ['CASE#1', sk] as const);

/** The sort keys of each call, in order. */
function delivered(): string[][] {
  return table.functions.calls.map(({ payload }) => sortKeysOf(payload));
}
function sortKeysOf(payload: unknown): string[] {
  return streamEvent.parse(payload).Records.map(({ dynamodb }) => dynamodb.Keys.sk.S);
}
const seen = (): string[] => delivered().flat();

/** Fails the batch at the record whose sort key is given. */
function failAt(sk: string): (payload: unknown) => InvokeResult {
  return (payload) => {
    const bad = streamEvent
      .parse(payload)
      .Records.find(({ dynamodb }) => dynamodb.Keys.sk.S === sk);
    const itemIdentifier = bad?.dynamodb.SequenceNumber;
    return succeeded({ batchItemFailures: itemIdentifier ? [{ itemIdentifier }] : [] });
  };
}

describe('an item put in the table', () => {
  test('reaches the function in the shape that AWS gives it before all is idle', async () => {
    await start();
    await put('CASE#1', 'EVENT#1', { what: 'opened' });
    await table.activity.whenIdle();

    expect(table.functions.calls.map(({ name }) => name)).toEqual(['case-stream']);
    const { Records } = streamEvent.parse(table.functions.calls[0]?.payload);
    expect(Records).toEqual([
      {
        eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventName: 'INSERT',
        eventSource: 'aws:dynamodb',
        eventSourceARN: sourceArn,
        dynamodb: {
          ApproximateCreationDateTime: expect.any(Number),
          Keys: { pk: { S: 'CASE#1' }, sk: { S: 'EVENT#1' } },
          NewImage: item('CASE#1', 'EVENT#1', { what: 'opened' }),
          SequenceNumber: '1',
          StreamViewType: 'NEW_IMAGE',
        },
      },
    ]);
  });

  test('is dated in local time, however far that was advanced', async () => {
    await start();
    await table.advance(400 * 24 * hourMs);
    await put('CASE#1', 'EVENT#1');
    await table.activity.whenIdle();
    const [record] = streamEvent.parse(table.functions.calls[0]?.payload).Records;
    const seconds = record?.dynamodb.ApproximateCreationDateTime ?? 0;
    expect(Math.abs(seconds * 1000 - table.clock.now())).toBeLessThan(minuteMs);
  });

  test('that changed nothing makes no record, as in DynamoDB', async () => {
    await start();
    await put('CASE#1', 'WORK#1', { status: 'open' });
    await put('CASE#1', 'WORK#1', { status: 'open' });
    await put('CASE#1', 'WORK#1', { status: 'claimed' });
    await table.activity.whenIdle();
    const records = table.functions.calls.flatMap(
      ({ payload }) => streamEvent.parse(payload).Records,
    );
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY']);
    // The view type of the table lets no reader see what was there before.
    expect(records.filter(({ dynamodb }) => dynamodb.OldImage !== undefined)).toEqual([]);
  });

  test('before the first start is delivered from the trim horizon and not from the latest', async () => {
    await put('CASE#1', 'EVENT#1');
    await start({ StartingPosition: 'LATEST' });
    await put('CASE#1', 'EVENT#2');
    await table.activity.whenIdle();
    expect(seen()).toEqual(['EVENT#2']);
    await streams?.stop();

    table.functions.calls.length = 0;
    table.database.exec('DELETE FROM events_stream_position');
    await start({ StartingPosition: 'TRIM_HORIZON' });
    await table.activity.whenIdle();
    expect(seen()).toEqual(['EVENT#1', 'EVENT#2']);
  });
});

describe('filters', () => {
  test('let through what any of them matches and count the rest as done', async () => {
    const keys = (prefix: string) => ({ Keys: { sk: { S: [{ prefix }] } } });
    await start({
      FilterCriteria: {
        Filters: [
          { Pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: keys('EVENT#') }) },
          { Pattern: JSON.stringify({ eventName: ['INSERT', 'MODIFY'], dynamodb: keys('WORK#') }) },
        ],
      },
    });
    await put('CASE#1', 'EVENT#1');
    await put('CASE#1', 'WORK#triage', { status: 'open' });
    await put('CASE#1', 'DUE#review');
    await table.client.send(
      new DeleteItemCommand({ TableName: 'records', Key: item('CASE#1', 'WORK#triage') }),
    );
    await table.activity.whenIdle();
    expect(seen()).toEqual(['EVENT#1', 'WORK#triage']);
    await streams?.stop();

    table.functions.calls.length = 0;
    await start();
    await table.activity.whenIdle();
    expect(seen()).toEqual([]);
  });

  test('with an operator that the local stack does not know stop the start by its name', async () => {
    const Pattern = JSON.stringify({ eventName: [{ wildcard: 'I*' }] });
    await expect(start({ FilterCriteria: { Filters: [{ Pattern }] } })).rejects.toThrow('wildcard');
  });
});

describe('a batch', () => {
  test('holds what was read together, up to its size', async () => {
    await start({ BatchSize: 2 });
    await putTogether(...inCase1('1', '2', '3'));
    await table.activity.whenIdle();
    expect(delivered()).toEqual([['1', '2'], ['3']]);
  });

  test('that fails is tried again before what comes after it', async () => {
    await start({ BatchSize: 1 });
    let failuresLeft = 2;
    table.functions.answer = () => (failuresLeft-- > 0 ? failed : succeeded());
    await putTogether(...inCase1('1', '2'));
    await table.activity.whenIdle();
    expect(seen()).toEqual(['1', '1', '1', '2']);
  });

  test('that fails in part is tried again from the first record that failed', async () => {
    await start();
    table.functions.answer = (payload) => {
      table.functions.answer = () => succeeded();
      return failAt('2')(payload);
    };
    await putTogether(...inCase1('1', '2', '3'));
    await table.activity.whenIdle();
    expect(delivered()).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
    ]);
  });

  test('is not failed in part by a function that does not report items', async () => {
    await start({ FunctionResponseTypes: undefined });
    table.functions.answer = failAt('1');
    await put('CASE#1', '1');
    await table.activity.whenIdle();
    expect(delivered()).toEqual([['1']]);
  });

  test('is bisected down to the bad record, which alone is given up as a pointer', async () => {
    await start({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: queueArn('failed') } },
    });
    table.functions.answer = (payload) =>
      sortKeysOf(payload).includes('bad') ? failed : succeeded();
    await putTogether(...inCase1('1', '2', 'bad', '3', '4'));
    await table.activity.whenIdle();

    const good = delivered()
      .filter((batch) => !batch.includes('bad'))
      .flat();
    expect(good).toEqual(['1', '2', '3', '4']);
    expect(delivered().filter((batch) => batch.length === 1 && batch[0] === 'bad')).toHaveLength(3);
    expect(failures()).toEqual([
      {
        requestContext: {
          requestId: expect.any(String),
          functionArn: functionArn('case-stream'),
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: 3,
        },
        responseContext: {
          statusCode: 200,
          executedVersion: '$LATEST',
          functionError: 'Unhandled',
        },
        version: '1.0',
        timestamp: expect.any(String),
        DDBStreamBatchInfo: {
          shardId: expect.any(String),
          startSequenceNumber: '3',
          endSequenceNumber: '3',
          approximateArrivalOfFirstRecord: expect.any(String),
          approximateArrivalOfLastRecord: expect.any(String),
          batchSize: 1,
          streamArn: sourceArn,
        },
      },
    ]);
  });

  test('that was only throttled is not given up', async () => {
    await start({
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: queueArn('failed') } },
    });
    let throttlesLeft = 3;
    table.functions.answer = () => (throttlesLeft-- > 0 ? throttled : succeeded());
    await put('CASE#1', '1');
    await table.activity.whenIdle();
    expect(delivered()).toHaveLength(4);
    expect(failures()).toEqual([]);
  });

  test('that fails for good leaves the clock free and is given up when it is too old', async () => {
    await start({
      MaximumRecordAgeInSeconds: 3600,
      DestinationConfig: { OnFailure: { Destination: queueArn('failed') } },
    });
    table.functions.answer = () => failed;
    await put('CASE#1', '1');
    await table.activity.whenIdle();
    expect(failures()).toEqual([]);
    await table.advance(2 * hourMs);
    expect(failures()).toMatchObject([{ requestContext: { condition: 'RecordAgeExceeded' } }]);
    table.functions.answer = () => succeeded();
    await put('CASE#1', '2');
    await table.activity.whenIdle();
    expect(seen().at(-1)).toBe('2');
  });
});

describe('a restart', () => {
  test('delivers again what was not settled and nothing that was', async () => {
    await start();
    await put('CASE#1', '1');
    await table.activity.whenIdle();
    table.functions.answer = () => failed;
    await put('CASE#1', '2');
    await put('CASE#1', '3');
    await expect.poll(() => seen()).toContain('2');
    await streams?.stop();

    table.functions.calls.length = 0;
    table.functions.answer = () => succeeded();
    await start();
    await table.activity.whenIdle();
    expect(seen()).toEqual(['2', '3']);
  });
});

describe('several shards', () => {
  test('let other partitions pass a bad one, and keep each in order', async () => {
    await start({ BatchSize: 1 }, { shards: 8 });
    let isBlocked = true;
    table.functions.answer = (payload) => {
      const [first] = streamEvent.parse(payload).Records;
      return isBlocked && first?.dynamodb.Keys.pk.S === 'CASE#bad' ? failed : succeeded();
    };
    await put('CASE#bad', 'bad 1');
    await put('CASE#good', 'good 1');
    await put('CASE#bad', 'bad 2');
    await put('CASE#good', 'good 2');
    await expect
      .poll(() => seen().filter((sk) => sk.startsWith('good')))
      .toEqual(['good 1', 'good 2']);
    expect(seen()).not.toContain('bad 2');
    isBlocked = false;
    await table.activity.whenIdle();
    expect(seen().at(-1)).toBe('bad 2');
  });
});

describe('a switch', () => {
  test('delivers every batch twice', async () => {
    const { faults } = await start();
    faults.duplicate = true;
    await put('CASE#1', '1');
    await table.activity.whenIdle();
    expect(delivered()).toEqual([['1'], ['1']]);
  });

  test('makes neighbours of different partitions change places, and of one only when asked', async () => {
    const { faults } = await start();
    const pairFrom = async (first: string, second: string): Promise<string[]> => {
      table.functions.calls.length = 0;
      await putTogether([first, 'a'], [second, 'b']);
      await table.activity.whenIdle();
      return seen();
    };
    faults.swap = 'different-partitions';
    expect(await pairFrom('CASE#1', 'CASE#2')).toEqual(['b', 'a']);
    expect(await pairFrom('CASE#1', 'CASE#1')).toEqual(['a', 'b']);
    faults.swap = 'any';
    expect(await pairFrom('CASE#1', 'CASE#1')).toEqual(['b', 'a']);
  });

  test('holds records back while they still count as under way', async () => {
    const { faults } = await start();
    faults.delayMsMax = 100;
    await put('CASE#1', '1');
    expect(seen()).toEqual([]);
    await table.activity.whenIdle();
    expect(seen()).toEqual(['1']);
  });
});

test('a destination that is no queue of the template stops the start by name', async () => {
  const Destination = queueArn('elsewhere');
  await expect(start({ DestinationConfig: { OnFailure: { Destination } } })).rejects.toThrow(
    Destination,
  );
});

test('a property of a mapping that the local stack does not know stops the start by name', async () => {
  await expect(start({ TumblingWindowInSeconds: 5 })).rejects.toThrow('TumblingWindowInSeconds');
});
