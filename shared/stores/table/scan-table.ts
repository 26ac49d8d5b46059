import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Item } from './table.ts';

// What lies in the table was written as such by the stores.
const StoredItem = z.custom<Item>((item) => Key.safeParse(item).success);
const Key = z.looseObject({ pk: z.string(), sk: z.string() });

/** Every item whose partition or sort key begins with one of these words. It reads the whole table, which
 * only work that nobody waits for may do. */
export async function* scanTable(
  tableName: string,
  beginnings: readonly { readonly key: 'pk' | 'sk'; readonly with: string }[],
): AsyncGenerator<Item> {
  const client = new DynamoDBClient({});
  const values = Object.fromEntries(
    beginnings.map((each, place) => [`:begin${place}`, { S: each.with }]),
  );
  const filters = beginnings.map(({ key }, place) => `begins_with(${key}, :begin${place})`);
  try {
    const pages = paginateScan(
      { client },
      {
        TableName: tableName,
        FilterExpression: filters.join(' OR '),
        ExpressionAttributeValues: values,
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) yield StoredItem.parse(unmarshall(item));
    }
  } finally {
    client.destroy();
  }
}
