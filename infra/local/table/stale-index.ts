import * as z from 'zod';
import { jsonCall } from './json-call.ts';
import { createStreamReader, latestStreamArn, type StreamRecord } from './stream-reader.ts';

/** DynamoDB's indexes follow the table a little later. Here they follow at once, so that this switch
 * sends reads of an index to a copy of the table that lags behind. */
export interface StaleIndexes {
  /** From now on each write is missed by the next `missedReads` reads of any index of the table, but
   * never for longer than `visibleAfterMs` of local time. */
  start(tableName: string, lag: { missedReads: number; visibleAfterMs?: number }): Promise<void>;
  stop(): void;
  /** Told by the proxy after each write. */
  written(): Promise<void>;
  /** The request as the engine shall see it. */
  redirect(operation: string, body: Buffer): Promise<Buffer>;
}

interface Pending {
  readonly record: StreamRecord;
  readonly writtenAt: number;
  missed: number;
}

interface Replica {
  readonly tableName: string;
  readonly replicaName: string;
  pull(): Promise<void>;
  /** Lets the copy catch up as far as one more read may see. */
  catchUp(): Promise<void>;
}

const visibleAfterMsDefault = 10_000;
const indexRead = z.looseObject({ TableName: z.string(), IndexName: z.string() });

export function createStaleIndexes(ports: {
  readonly endpoint: string;
  readonly now: () => number;
}): StaleIndexes {
  let replica: Replica | undefined;
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work);
    return turn;
  };

  return {
    async start(tableName, { missedReads, visibleAfterMs = visibleAfterMsDefault }) {
      replica = await createReplica({ ...ports, tableName, missedReads, visibleAfterMs });
    },
    stop() {
      replica = undefined;
    },
    async written() {
      const current = replica;
      if (current) await inTurn(() => current.pull());
    },
    async redirect(operation, body) {
      const current = replica;
      if (!current || (operation !== 'Query' && operation !== 'Scan')) return body;
      const read = indexRead.safeParse(JSON.parse(body.toString()));
      if (!read.success || read.data.TableName !== current.tableName) return body;
      await inTurn(() => current.catchUp());
      return Buffer.from(JSON.stringify({ ...read.data, TableName: current.replicaName }));
    },
  };
}

const describedTable = z.object({
  Table: z.looseObject({
    KeySchema: z.unknown(),
    AttributeDefinitions: z.unknown(),
    GlobalSecondaryIndexes: z
      .array(z.object({ IndexName: z.string(), KeySchema: z.unknown(), Projection: z.unknown() }))
      .optional(),
  }),
});
const scanned = z.object({
  Items: z.array(z.record(z.string(), z.unknown())),
  LastEvaluatedKey: z.unknown().optional(),
});

async function createReplica(options: {
  readonly endpoint: string;
  readonly now: () => number;
  readonly tableName: string;
  readonly missedReads: number;
  readonly visibleAfterMs: number;
}): Promise<Replica> {
  const { endpoint, now, tableName, missedReads, visibleAfterMs } = options;
  const replicaName = `${tableName}.lagging-${Math.trunc(performance.now())}`;
  const call = (operation: string, body: object) =>
    jsonCall(endpoint, `DynamoDB_20120810.${operation}`, body, z.unknown());

  const reader = createStreamReader(endpoint, await latestStreamArn(endpoint, tableName), {});
  await reader.read();
  await createEmptyCopy(endpoint, tableName, replicaName);
  await copyItems(endpoint, tableName, replicaName);

  let pending: Pending[] = [];
  const pull = async (): Promise<void> => {
    for (const { record } of await reader.read())
      pending.push({ record, writtenAt: now(), missed: 0 });
  };
  const apply = async ({ eventName, dynamodb }: StreamRecord): Promise<void> => {
    if (eventName === 'REMOVE') {
      await call('DeleteItem', { TableName: replicaName, Key: dynamodb.Keys });
    } else {
      await call('PutItem', { TableName: replicaName, Item: dynamodb.NewImage });
    }
  };
  return {
    tableName,
    replicaName,
    pull,
    async catchUp() {
      await pull();
      const isVisible = ({ missed, writtenAt }: Pending): boolean =>
        missed >= missedReads || now() - writtenAt > visibleAfterMs;
      // In order, so that an older state of an item never overwrites a newer one.
      const firstHidden = pending.findIndex((each) => !isVisible(each));
      const visible = firstHidden < 0 ? pending.length : firstHidden;
      for (const { record } of pending.slice(0, visible)) await apply(record);
      pending = pending.slice(visible);
      for (const each of pending) each.missed += 1;
    },
  };
}

async function createEmptyCopy(endpoint: string, from: string, to: string): Promise<void> {
  const target = 'DynamoDB_20120810.DescribeTable';
  const { Table } = await jsonCall(endpoint, target, { TableName: from }, describedTable);
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = Table;
  await jsonCall(
    endpoint,
    'DynamoDB_20120810.CreateTable',
    {
      TableName: to,
      KeySchema,
      AttributeDefinitions,
      BillingMode: 'PAY_PER_REQUEST',
      ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
    },
    z.unknown(),
  );
}

async function copyItems(endpoint: string, from: string, to: string): Promise<void> {
  let next: unknown;
  do {
    const { Items, LastEvaluatedKey } = await jsonCall(
      endpoint,
      'DynamoDB_20120810.Scan',
      { TableName: from, ...(next !== undefined && { ExclusiveStartKey: next }) },
      scanned,
    );
    for (const Item of Items) {
      await jsonCall(endpoint, 'DynamoDB_20120810.PutItem', { TableName: to, Item }, z.unknown());
    }
    next = LastEvaluatedKey;
  } while (next !== undefined);
}
