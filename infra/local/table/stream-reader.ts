import * as z from 'zod';
import { JsonCallError, jsonCall } from './json-call.ts';

const attributes = z.record(z.string(), z.unknown());

const streamRecord = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  userIdentity: z.unknown().optional(),
  dynamodb: z.object({
    Keys: attributes,
    NewImage: attributes.optional(),
    OldImage: attributes.optional(),
    SequenceNumber: z.string(),
    SizeBytes: z.number(),
  }),
});
export type StreamRecord = z.infer<typeof streamRecord>;

/** The last record read of each shard. */
export type StreamPosition = Readonly<Record<string, string>>;

export interface ReadRecord {
  readonly shardId: string;
  readonly record: StreamRecord;
}

/** Reads a table's stream onwards from a position. */
export interface StreamReader {
  /** What came since the last call, in the order of each shard. */
  read(): Promise<readonly ReadRecord[]>;
  position(): StreamPosition;
}

const description = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const iterator = z.object({ ShardIterator: z.string() });
const page = z.object({
  Records: z.array(streamRecord),
  NextShardIterator: z.string().nullish(),
});
const tableDescription = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });

interface Shard {
  readonly shardId: string;
  iterator: string | undefined;
  isClosed: boolean;
}

/** The ARN holds when the stream was made, so it also tells a new table from an old of its name. */
export async function latestStreamArn(endpoint: string, tableName: string): Promise<string> {
  const target = 'DynamoDB_20120810.DescribeTable';
  const { Table } = await jsonCall(endpoint, target, { TableName: tableName }, tableDescription);
  return Table.LatestStreamArn;
}

export function createStreamReader(
  endpoint: string,
  streamArn: string,
  startPosition: StreamPosition,
): StreamReader {
  const position: Record<string, string> = { ...startPosition };
  const shards = new Map<string, Shard>();
  // Shards are listed at first and whenever one has closed, because its children follow it.
  let isListDue = true;

  const listShards = async (): Promise<void> => {
    const target = 'DynamoDBStreams_20120810.DescribeStream';
    const found = await jsonCall(endpoint, target, { StreamArn: streamArn }, description);
    for (const { ShardId: shardId } of found.StreamDescription.Shards) {
      const isNew = !shards.has(shardId);
      if (isNew) shards.set(shardId, { shardId, iterator: undefined, isClosed: false });
    }
    isListDue = false;
  };

  const openIterator = async (shardId: string): Promise<string> => {
    const sequence = position[shardId];
    const where = sequence
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequence }
      : { ShardIteratorType: 'TRIM_HORIZON' };
    const target = 'DynamoDBStreams_20120810.GetShardIterator';
    const body = { StreamArn: streamArn, ShardId: shardId, ...where };
    return (await jsonCall(endpoint, target, body, iterator)).ShardIterator;
  };

  const readPage = async (shard: Shard): Promise<readonly StreamRecord[]> => {
    const { shardId } = shard;
    shard.iterator ??= await openIterator(shardId);
    const target = 'DynamoDBStreams_20120810.GetRecords';
    const body = { ShardIterator: shard.iterator };
    const read = await jsonCall(endpoint, target, body, page).catch((error: unknown) => {
      // An iterator lives for minutes only; the next call opens one at the same place.
      shard.iterator = undefined;
      if (error instanceof JsonCallError && error.code === 'ExpiredIteratorException') return;
      throw error;
    });
    if (!read) return readPage(shard);
    shard.iterator = read.NextShardIterator ?? undefined;
    if (!read.NextShardIterator) {
      shard.isClosed = true;
      isListDue = true;
    }
    const last = read.Records.at(-1)?.dynamodb.SequenceNumber;
    if (last) position[shardId] = last;
    return read.Records;
  };

  const readShard = async (shard: Shard): Promise<readonly ReadRecord[]> => {
    const records: ReadRecord[] = [];
    while (!shard.isClosed) {
      const found = await readPage(shard);
      records.push(...found.map((record) => ({ shardId: shard.shardId, record })));
      if (found.length === 0) break;
    }
    return records;
  };

  return {
    position: () => ({ ...position }),
    async read() {
      const records: ReadRecord[] = [];
      do {
        if (isListDue) await listShards();
        for (const shard of shards.values()) records.push(...(await readShard(shard)));
      } while (isListDue);
      return records;
    },
  };
}
