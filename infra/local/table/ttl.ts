import * as z from 'zod';
import type { LocalClock } from '../ports.ts';
import type { LocalTable } from './create-tables.ts';
import { JsonCallError, jsonCall } from './json-call.ts';
import type { TableProxy } from './proxy.ts';

const dayMs = 24 * 60 * 60 * 1000;
const scanned = z.object({
  Items: z.array(z.record(z.string(), z.unknown())),
  LastEvaluatedKey: z.unknown().optional(),
});
const numberAttribute = z.object({ N: z.coerce.number() });

interface Watched {
  readonly table: LocalTable;
  readonly attribute: string;
  /** The earliest expiry known, in seconds; a scan before it would find nothing. */
  earliest: number;
}

/** Deletes what has expired, once per local day; the engine does not. AWS promises "within a few
 * days", so nobody may lean on more. A write that names the attribute makes the next day look. */
export function startTtl(ports: {
  readonly proxy: Pick<TableProxy, 'endpoint' | 'onWrite'>;
  readonly tables: readonly LocalTable[];
  readonly clock: LocalClock;
}): { stop(): void } {
  const { proxy, clock } = ports;
  const watched: Watched[] = ports.tables.flatMap((table) =>
    table.ttlAttribute ? [{ table, attribute: table.ttlAttribute, earliest: 0 }] : [],
  );
  proxy.onWrite((body) => {
    for (const each of watched) if (body.includes(`"${each.attribute}"`)) each.earliest = 0;
  });

  const sweep = async (): Promise<void> => {
    const nowSeconds = Math.floor(clock.now() / 1000);
    for (const each of watched) {
      if (each.earliest > nowSeconds) continue;
      each.earliest = Number.POSITIVE_INFINITY;
      // One that a fault cut short is made up for by the next day's.
      await sweepTable(proxy.endpoint, each, nowSeconds).catch(() => {
        each.earliest = 0;
      });
    }
  };

  let cancel = (): void => {};
  const arm = (): void => {
    cancel = clock.at(clock.now() + dayMs, 'time to live', async () => {
      arm();
      await sweep();
    });
  };
  if (watched.length > 0) arm();
  return { stop: () => cancel() };
}

async function sweepTable(endpoint: string, watched: Watched, nowSeconds: number): Promise<void> {
  const { table, attribute } = watched;
  let next: unknown;
  do {
    const page = await jsonCall(
      endpoint,
      'DynamoDB_20120810.Scan',
      {
        TableName: table.name,
        FilterExpression: 'attribute_exists(#ttl)',
        ExpressionAttributeNames: { '#ttl': attribute },
        ...(next !== undefined && { ExclusiveStartKey: next }),
      },
      scanned,
    );
    for (const item of page.Items) {
      const expiry = numberAttribute.safeParse(item[attribute]).data?.N;
      if (expiry === undefined) continue;
      if (expiry < nowSeconds) await deleteExpired(endpoint, watched, item, nowSeconds);
      else watched.earliest = Math.min(watched.earliest, expiry);
    }
    next = page.LastEvaluatedKey;
  } while (next !== undefined);
}

/** The condition keeps an item that was renewed since it was read. */
async function deleteExpired(
  endpoint: string,
  { table, attribute }: Watched,
  item: Readonly<Record<string, unknown>>,
  nowSeconds: number,
): Promise<void> {
  try {
    await jsonCall(
      endpoint,
      'DynamoDB_20120810.DeleteItem',
      {
        TableName: table.name,
        Key: Object.fromEntries(table.keys.map((key) => [key, item[key]])),
        ConditionExpression: '#ttl < :now',
        ExpressionAttributeNames: { '#ttl': attribute },
        ExpressionAttributeValues: { ':now': { N: String(nowSeconds) } },
      },
      z.unknown(),
    );
  } catch (error) {
    const wasRenewed =
      error instanceof JsonCallError && error.code === 'ConditionalCheckFailedException';
    if (!wasRenewed) throw error;
  }
}
