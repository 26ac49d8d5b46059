import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoTable } from './dynamo-table.ts';
import type { Table } from './table.ts';

/** The council's table. The endpoint and the credentials come from the surroundings. */
export function openTable(name: string): Table {
  const client = new DynamoDBClient({ maxAttempts: 4 });
  // It copies each request and answer for a logger that we do not give it.
  client.middlewareStack.remove('loggerMiddleware');
  return new DynamoTable(client, name);
}
