import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { item, type OpenTable, openTable } from './table-rig.ts';

let table: OpenTable;
beforeEach(async () => {
  table = await openTable();
});
afterEach(async () => {
  await table.close();
});

const TableName = 'records';
const put = (sk: string, attributes: Record<string, string> = {}) =>
  table.client.send(new PutItemCommand({ TableName, Item: item('CASE#1', sk, attributes) }));
async function read(sk: string): Promise<string | undefined> {
  const Key = item('CASE#1', sk);
  const { Item } = await table.client.send(new GetItemCommand({ TableName, Key }));
  return Item?.['sk']?.S;
}
const putBoth = () =>
  table.client.send(
    new TransactWriteItemsCommand({
      TransactItems: ['a', 'b'].map((sk) => ({ Put: { TableName, Item: item('CASE#1', sk) } })),
    }),
  );

/** A client that tells of a failure at once instead of trying again. */
function impatientClient(): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: table.proxy.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

describe('the proxy', () => {
  test('is not noticed by the SDK when every switch is off', async () => {
    await put('EVENT#1');
    expect(await read('EVENT#1')).toBe('EVENT#1');
  });

  test('dates its answers in local time, so that the SDK does not doubt its clock', async () => {
    await table.clock.advanceTo(Date.parse('2099-06-01T00:00:00Z'));
    const answer = await fetch(table.proxy.endpoint);
    expect(answer.headers.get('date')).toContain('2099');
  });

  test('counts a write as under way until those who wait for writes know of it', async () => {
    const log: string[] = [];
    const { begin } = table.activity;
    table.activity.begin = (name) => {
      log.push(`begin ${name}`);
      const done = begin(name);
      return () => {
        log.push(`end ${name}`);
        done();
      };
    };
    table.proxy.onWrite(() => log.push('known'));
    await put('EVENT#1');
    expect(log).toEqual(['begin table: PutItem', 'known', 'end table: PutItem']);
  });
});

describe('a transaction conflict', () => {
  test('cancels the transaction with the reasons that DynamoDB gives', async () => {
    table.proxy.faults.add({ kind: 'transaction-conflict', times: 1 });
    await expect(putBoth()).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
    });
    expect(await read('a')).toBeUndefined();
    await putBoth();
    expect(await read('a')).toBe('a');
  });

  test('refuses a single write by its own name, which the SDK does not try again', async () => {
    table.proxy.faults.add({ kind: 'transaction-conflict' });
    await expect(put('EVENT#1')).rejects.toMatchObject({ name: 'TransactionConflictException' });
    table.proxy.faults.clear();
    expect(await read('EVENT#1')).toBeUndefined();
  });
});

describe('throttling', () => {
  test('that passes is bridged by the SDK', async () => {
    table.proxy.faults.add({ kind: 'throttle', times: 2, operations: ['PutItem'] });
    await put('EVENT#1');
    expect(await read('EVENT#1')).toBe('EVENT#1');
  });

  test('that stays is told by its name', async () => {
    table.proxy.faults.add({ kind: 'throttle', operations: ['PutItem'] });
    const client = impatientClient();
    const command = new PutItemCommand({ TableName, Item: item('CASE#1', 'EVENT#1') });
    await expect(client.send(command)).rejects.toMatchObject({
      name: 'ProvisionedThroughputExceededException',
    });
    client.destroy();
  });
});

describe('a lost reply', () => {
  test('leaves a write that was carried out, which a conditional retry meets again', async () => {
    table.proxy.faults.add({ kind: 'lost-reply', times: 1 });
    const command = new PutItemCommand({
      TableName,
      Item: item('CASE#1', 'EVENT#1'),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await expect(table.client.send(command)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
    });
    expect(await read('EVENT#1')).toBe('EVENT#1');
  });

  test('befalls only the requests it is meant for', async () => {
    const isTriage = (body: unknown) => JSON.stringify(body).includes('WORK#triage');
    table.proxy.faults.add({ kind: 'lost-reply', when: isTriage });
    const client = impatientClient();
    const send = (sk: string) =>
      client.send(new PutItemCommand({ TableName, Item: item('CASE#1', sk) }));
    await send('EVENT#1');
    await expect(send('WORK#triage')).rejects.toThrow();
    client.destroy();
    expect(await read('WORK#triage')).toBe('WORK#triage');
  });
});

describe('a fault', () => {
  test('with a probability befalls the same requests whenever the seed is the same', async () => {
    const client = impatientClient();
    const outcomes: boolean[] = [];
    table.proxy.faults.add({ kind: 'throttle', probability: 0.5, operations: ['PutItem'] });
    for (let at = 0; at < 20; at += 1) {
      const command = new PutItemCommand({ TableName, Item: item('CASE#1', `EVENT#${at}`) });
      outcomes.push(
        await client.send(command).then(
          () => true,
          () => false,
        ),
      );
    }
    client.destroy();
    expect(outcomes.map(Number).join('')).toBe('10111011010000000001');
  });

  test('is over when it is taken away', async () => {
    const takeAway = table.proxy.faults.add({ kind: 'transaction-conflict' });
    takeAway();
    await put('EVENT#1');
    expect(await read('EVENT#1')).toBe('EVENT#1');
  });
});

describe('a read of a stale index', () => {
  const queue = async (): Promise<(string | undefined)[]> => {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :team',
        ExpressionAttributeValues: { ':team': { S: 'TEAM#1' } },
      }),
    );
    return Items.map((each) => `${each['sk']?.S} ${each['status']?.S}`);
  };
  const task = (sk: string, status: string) => put(sk, { gsi1pk: 'TEAM#1', gsi1sk: sk, status });

  test('misses the newest writes and sees older states of what changed', async () => {
    await task('WORK#1', 'open');
    await table.proxy.staleIndexes.start(TableName, { missedReads: 1 });
    await task('WORK#1', 'claimed');
    await task('WORK#2', 'open');
    expect(await queue()).toEqual(['WORK#1 open']);
    expect(await queue()).toEqual(['WORK#1 claimed', 'WORK#2 open']);
  });

  test('sees what is old enough on the local clock, however few reads there were', async () => {
    await table.proxy.staleIndexes.start(TableName, { missedReads: 5 });
    await task('WORK#1', 'open');
    expect(await queue()).toEqual([]);
    await table.advance(60_000);
    expect(await queue()).toEqual(['WORK#1 open']);
    await task('WORK#2', 'open');
    await table.advance(60_000);
    expect(await queue()).toEqual(['WORK#1 open', 'WORK#2 open']);
  });

  test('is fresh again once the switch is off, and the table itself was never stale', async () => {
    await table.proxy.staleIndexes.start(TableName, { missedReads: 5 });
    await task('WORK#1', 'open');
    expect(await read('WORK#1')).toBe('WORK#1');
    table.proxy.staleIndexes.stop();
    expect(await queue()).toEqual(['WORK#1 open']);
  });
});

describe('a recording', () => {
  test('lists each request with the capacity that it consumed, until it is stopped', async () => {
    await put('EVENT#0');
    const recording = table.proxy.record();
    await put('EVENT#1');
    await read('EVENT#1');
    await putBoth();
    const recorded = recording.stop();
    await put('EVENT#2');
    expect(recorded.map(({ operation }) => operation)).toEqual([
      'PutItem',
      'GetItem',
      'TransactWriteItems',
    ]);
    expect(recorded.every(({ capacityUnits }) => capacityUnits > 0)).toBe(true);
    expect(recorded.every(({ table: name }) => name === TableName)).toBe(true);
  });

  test('tells who asked, and what each index cost', async () => {
    const named = new DynamoDBClient({
      endpoint: table.proxy.endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      userAgentAppId: 'staff-api',
    });
    const recording = table.proxy.record();
    const keys = { gsi1pk: 'TEAM#a', gsi1sk: '2026-03-02' };
    await named.send(new PutItemCommand({ TableName, Item: item('CASE#2', 'WORK#a', keys) }));
    named.destroy();
    expect(recording.stop()).toMatchObject([
      { caller: 'staff-api', capacityUnits: 2, indexUnits: { gsi1: 1 } },
    ]);
  });

  test('counts a write that was refused by the size of what stood there', async () => {
    await put('EVENT#3', { body: 'x'.repeat(1500) });
    const recording = table.proxy.record();
    const refused = table.client.send(
      new PutItemCommand({
        TableName,
        Item: item('CASE#1', 'EVENT#3'),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    await expect(refused).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(recording.stop()).toMatchObject([{ table: TableName, capacityUnits: 2 }]);
  });
});
