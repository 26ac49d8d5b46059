import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from '#infra/local/table/create-tables.ts';
import { openTableEngine } from '#infra/local/table/dynoxide.ts';
import { createTableProxy } from '#infra/local/table/proxy.ts';
import type { Resource } from '#infra/local/template/deployment.ts';
import { createPorts, deploymentOf, resource } from '../events/rig.ts';

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

export function tableResource(name = 'records', changes: Record<string, unknown> = {}): Resource {
  return resource('AWS::DynamoDB::Table', name, {
    KeySchema: keys('pk', 'sk'),
    AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    GlobalSecondaryIndexes: [
      {
        IndexName: 'gsi1',
        KeySchema: keys('gsi1pk', 'gsi1sk'),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status'] },
      },
    ],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true },
    DeletionProtectionEnabled: true,
    ...changes,
  });
}

/** A table in a real engine behind the proxy, and an unchanged SDK client that talks to it. */
export async function openTable(options: { dbPath?: string; table?: Resource } = {}) {
  const ports = createPorts();
  const { dbPath, table = tableResource() } = options;
  const engine = await openTableEngine({
    environment: {},
    ...(dbPath !== undefined && { dbPath }),
  });
  const tables = await createTables(engine.endpoint, deploymentOf(table));
  const proxy = await createTableProxy({
    engine: engine.endpoint,
    activity: ports.activity,
    now: () => ports.clock.now(),
  });
  const client = new DynamoDBClient({
    endpoint: proxy.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    ...ports,
    engine,
    tables,
    proxy,
    client,
    async close() {
      client.destroy();
      ports.clock.stop();
      await proxy.stop();
      await engine.stop();
    },
  };
}
export type OpenTable = Awaited<ReturnType<typeof openTable>>;

const text = (value: string) => ({ S: value });

export function item(pk: string, sk: string, attributes: Record<string, string> = {}) {
  const rest = Object.entries(attributes).map(([name, value]) => [name, text(value)]);
  return { pk: text(pk), sk: text(sk), ...Object.fromEntries(rest) };
}
