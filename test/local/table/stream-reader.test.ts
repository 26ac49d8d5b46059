import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import type { JsonAnswer, JsonService } from '#infra/local/ports.ts';
import { createStreamReader } from '#infra/local/table/stream-reader.ts';
import { serveJson } from '../events/json-server.ts';

/** A stream of several shards, as other engines than ours have it: each list ends its shard. */
class ScriptedStream implements JsonService {
  readonly target = 'DynamoDBStreams_20120810';
  readonly shards = new Map<string, string[]>();
  readonly closed = new Set<string>();
  /** Iterators given before this count are too old. */
  oldestIterator = 0;
  #iterators: { shardId: string; after: number }[] = [];

  async handle(operation: string, body: unknown): Promise<JsonAnswer> {
    if (operation === 'DescribeStream') {
      const Shards = [...this.shards.keys()].map((ShardId) => ({ ShardId }));
      return { status: 200, body: { StreamDescription: { Shards } } };
    }
    if (operation === 'GetShardIterator') {
      const { ShardId, SequenceNumber = '0' } = z
        .object({ ShardId: z.string(), SequenceNumber: z.string().optional() })
        .parse(body);
      const ShardIterator = this.#iteratorAt(ShardId, Number(SequenceNumber));
      return { status: 200, body: { ShardIterator } };
    }
    const { ShardIterator } = z.object({ ShardIterator: z.coerce.number() }).parse(body);
    if (ShardIterator < this.oldestIterator) {
      return { status: 400, body: { __type: 'x#ExpiredIteratorException', message: 'too old' } };
    }
    const { shardId = '', after = 0 } = this.#iterators[ShardIterator] ?? {};
    const found = (this.shards.get(shardId) ?? []).filter((each) => Number(each) > after);
    const isEnd = this.closed.has(shardId) && found.length === 0;
    const NextShardIterator = isEnd
      ? undefined
      : this.#iteratorAt(shardId, Number(found.at(-1) ?? after));
    return { status: 200, body: { Records: found.map(recordOf), NextShardIterator } };
  }

  #iteratorAt(shardId: string, after: number): string {
    this.#iterators.push({ shardId, after });
    return String(this.#iterators.length - 1);
  }

  expireIterators(): void {
    this.oldestIterator = this.#iterators.length;
  }
}

const recordOf = (SequenceNumber: string) => ({
  eventName: 'INSERT',
  dynamodb: { Keys: {}, SequenceNumber, SizeBytes: 1 },
});

let stream: ScriptedStream;
let server: Awaited<ReturnType<typeof serveJson>>;
beforeEach(async () => {
  stream = new ScriptedStream();
  server = await serveJson(stream);
});
afterEach(async () => {
  await server.close();
});

test('a closed shard is followed by its children, in the same reading', async () => {
  stream.shards.set('parent', ['1', '2']);
  const reader = createStreamReader(server.endpoint, 'arn', {});
  const sequences = async () =>
    (await reader.read()).map(({ record }) => record.dynamodb.SequenceNumber);
  expect(await sequences()).toEqual(['1', '2']);
  stream.shards.set('parent', ['1', '2', '3']);
  stream.closed.add('parent');
  stream.shards.set('child', ['4']);
  expect(await sequences()).toEqual(['3', '4']);
  expect(await sequences()).toEqual([]);
  expect(reader.position()).toEqual({ parent: '3', child: '4' });
});

test('reading goes on from a kept position, and where an iterator has expired', async () => {
  stream.shards.set('shard', ['1', '2', '3']);
  const reader = createStreamReader(server.endpoint, 'arn', { shard: '2' });
  expect((await reader.read()).map(({ record }) => record.dynamodb.SequenceNumber)).toEqual(['3']);
  stream.expireIterators();
  stream.shards.set('shard', ['1', '2', '3', '4']);
  expect((await reader.read()).map(({ record }) => record.dynamodb.SequenceNumber)).toEqual(['4']);
});
