import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Activity } from '#infra/local/ports.ts';
import { createTables } from '#infra/local/table/create-tables.ts';
import { openTableEngine } from '#infra/local/table/dynoxide.ts';
import { createTableProxy, type TableProxy } from '#infra/local/table/proxy.ts';
import { type Deployment, readDeployment } from '#infra/local/template/deployment.ts';
import { synthesise } from '#infra/local/template/synthesis.ts';
import { DynamoTable } from '#shared/stores/table/dynamo-table.ts';
import type { Table } from '#shared/stores/table/table.ts';

export interface OpenTable {
  readonly table: Table;
  readonly proxy: TableProxy;
  readonly deployment: Deployment;
  stop(): Promise<void>;
}

/** The template's table in the embedded engine. It has no stream: nothing follows it here, and the log of
 * it would be as large as all that is filled in. */
export async function openTable(): Promise<OpenTable> {
  const { folder } = await synthesise('example');
  const deployment = readDeployment(folder);
  const engine = await openTableEngine();
  const [records] = await createTables(engine.endpoint, withoutStream(deployment));
  if (!records) throw new Error('the template has no table');
  const idle: Activity = { begin: () => () => {}, whenIdle: () => Promise.resolve() };
  const proxy = await createTableProxy({ engine: engine.endpoint, activity: idle, now: Date.now });
  const client = new DynamoDBClient({
    endpoint: proxy.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'AKIALOCALLOCALLOCAL0', secretAccessKey: 'local' },
  });
  return {
    table: new DynamoTable(client, records.name),
    proxy,
    deployment,
    async stop() {
      client.destroy();
      await proxy.stop();
      await engine.stop();
    },
  };
}

function withoutStream(deployment: Deployment): Pick<Deployment, 'ofType'> {
  return {
    ofType: (type) =>
      deployment.ofType(type).map((resource) => {
        const { StreamSpecification: _stream, ...properties } = resource.properties;
        return { ...resource, properties };
      }),
  };
}
