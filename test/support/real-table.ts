import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openTableEngine } from '#infra/local/table/dynoxide.ts';
import { DynamoTable } from '#shared/stores/table/dynamo-table.ts';

export interface RealTable {
  readonly table: DynamoTable;
  stop(): Promise<void>;
}

/** An empty table of the service's shape in the embedded engine, in memory. */
export async function openRealTable(): Promise<RealTable> {
  const engine = await openTableEngine();
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const names = ['pk', 'sk', ...[1, 2, 3].flatMap((n) => [`gsi${n}pk`, `gsi${n}sk`])];
  await client.send(
    new CreateTableCommand({
      TableName: 'record',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
      KeySchema: keys('pk', 'sk'),
      GlobalSecondaryIndexes: [1, 2, 3].map((n) => ({
        IndexName: `gsi${n}`,
        KeySchema: keys(`gsi${n}pk`, `gsi${n}sk`),
        Projection: { ProjectionType: n === 1 ? 'ALL' : 'KEYS_ONLY' },
      })),
    }),
  );
  return {
    table: new DynamoTable(client, 'record'),
    async stop() {
      client.destroy();
      await engine.stop();
    },
  };
}

function keys(pk: string, sk: string) {
  return [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ];
}
