import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { eventKey, partition } from '../table/keys.ts';
import type { AggregateKind } from './event.ts';

const Key = z.looseObject({ pk: z.string() });

/** The ids of every record of a kind, each by its first event. It reads the whole table, which only
 * work that nobody waits for may do. */
export async function* everyAggregate(
  tableName: string,
  kind: AggregateKind,
): AsyncGenerator<string> {
  const client = new DynamoDBClient({});
  const prefix = partition(kind, '');
  try {
    const pages = paginateScan(
      { client },
      {
        TableName: tableName,
        FilterExpression: 'sk = :first AND begins_with(pk, :kind)',
        ExpressionAttributeValues: {
          ':first': { S: eventKey(kind, '', 1).sk },
          ':kind': { S: prefix },
        },
        ProjectionExpression: 'pk',
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) yield Key.parse(unmarshall(item)).pk.slice(prefix.length);
    }
  } finally {
    client.destroy();
  }
}
