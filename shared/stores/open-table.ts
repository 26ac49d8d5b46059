import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoTable } from './dynamo-table.ts';
import type { Table } from './table.ts';

/** The council's table. The endpoint and the credentials come from the surroundings. */
export function openTable(name: string): Table {
  return new DynamoTable(new DynamoDBClient({ maxAttempts: 4 }), name);
}
