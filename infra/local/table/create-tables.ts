import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { account, arn } from '../template/account.ts';
import type { Deployment, Resource } from '../template/deployment.ts';
import { readProperties, withoutEffect } from '../template/properties.ts';
import { JsonCallError, jsonCall } from './json-call.ts';

/** A table of the template as it stands in the engine. */
export interface LocalTable {
  readonly name: string;
  readonly arn: string;
  readonly keys: readonly string[];
  /** What the template lets stream readers see; nothing when it has no stream. */
  readonly streamViewType?: StreamViewType;
  readonly ttlAttribute?: string;
}

const streamViewType = z.enum(['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY']);
export type StreamViewType = z.infer<typeof streamViewType>;

const keySchema = z.array(
  z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }),
);
const index = z.strictObject({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    // No index of DynamoDB names more than twenty.
    NonKeyAttributes: z.array(z.string()).max(20).optional(),
  }),
  ContributorInsightsSpecification: withoutEffect,
  OnDemandThroughput: withoutEffect,
  WriteOnDemandThroughputSettings: withoutEffect,
});
const shared = {
  TableName: z.string().optional(),
  KeySchema: keySchema,
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z.array(index).optional(),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  StreamSpecification: z
    .strictObject({ StreamViewType: streamViewType, ResourcePolicy: withoutEffect })
    .optional(),
  TimeToLiveSpecification: z
    .strictObject({ AttributeName: z.string(), Enabled: z.boolean() })
    .optional(),
  SSESpecification: withoutEffect,
};
const table = z.strictObject({
  ...shared,
  PointInTimeRecoverySpecification: withoutEffect,
  DeletionProtectionEnabled: withoutEffect,
  ContributorInsightsSpecification: withoutEffect,
  OnDemandThroughput: withoutEffect,
  ResourcePolicy: withoutEffect,
  TableClass: withoutEffect,
  Tags: withoutEffect,
});
const globalTable = z.strictObject({
  ...shared,
  // Encryption, recovery, deletion protection and tags are said per replica. There is one account
  // and one region, so a second replica has nowhere to be.
  Replicas: z.array(z.looseObject({ Region: z.literal(account.region) })).length(1),
  WriteOnDemandThroughputSettings: withoutEffect,
});

/** Creates the template's tables where they are absent. */
export async function createTables(
  endpoint: string,
  deployment: Pick<Deployment, 'ofType'>,
): Promise<readonly LocalTable[]> {
  const found = [
    ...deployment.ofType('AWS::DynamoDB::Table').map((resource) => read(resource, table)),
    ...deployment
      .ofType('AWS::DynamoDB::GlobalTable')
      .map((resource) => read(resource, globalTable)),
  ];
  for (const { name, properties } of found) await createIfAbsent(endpoint, name, properties);
  return found.map(({ name, properties }) => {
    const ttl = properties.TimeToLiveSpecification;
    const stream = properties.StreamSpecification;
    return {
      name,
      arn: arn('dynamodb', `table/${name}`),
      keys: properties.KeySchema.map((key) => key.AttributeName),
      ...(stream && { streamViewType: stream.StreamViewType }),
      ...(ttl?.Enabled && { ttlAttribute: ttl.AttributeName }),
    };
  });
}

type TableProperties = z.infer<z.ZodObject<typeof shared>>;

function read(resource: Resource, schema: z.ZodType<TableProperties>) {
  return { name: resource.name, properties: readProperties(resource, schema) };
}

async function createIfAbsent(
  endpoint: string,
  name: string,
  properties: TableProperties,
): Promise<void> {
  const { KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes } = properties;
  const indexes = GlobalSecondaryIndexes?.map((each) => ({
    IndexName: each.IndexName,
    KeySchema: each.KeySchema,
    Projection: each.Projection,
  }));
  try {
    await jsonCall(
      endpoint,
      'DynamoDB_20120810.CreateTable',
      {
        TableName: name,
        KeySchema,
        AttributeDefinitions,
        BillingMode,
        ...(indexes && { GlobalSecondaryIndexes: indexes }),
        // Both images, whatever the template says: the stream drops changes that changed nothing, as
        // AWS does, and then shows its readers only what the template lets them see.
        ...(properties.StreamSpecification && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        }),
      },
      z.unknown(),
    );
  } catch (error) {
    if (!(error instanceof JsonCallError) || error.code !== 'ResourceInUseException') throw error;
    await refuseIfDifferent(endpoint, name, properties);
  }
}

const described = z.object({
  Table: z.object({
    KeySchema: keySchema,
    GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })).optional(),
  }),
});

/** A table kept from an older template would answer queries of a new index with an error that says
 * nothing of the reason. */
async function refuseIfDifferent(
  endpoint: string,
  name: string,
  properties: TableProperties,
): Promise<void> {
  const target = 'DynamoDB_20120810.DescribeTable';
  const { Table } = await jsonCall(endpoint, target, { TableName: name }, described);
  const indexNames = (indexes: readonly { IndexName: string }[] = []): string[] =>
    indexes.map(({ IndexName }) => IndexName).sort();
  const isSame =
    isDeepStrictEqual(Table.KeySchema, properties.KeySchema) &&
    isDeepStrictEqual(
      indexNames(Table.GlobalSecondaryIndexes),
      indexNames(properties.GlobalSecondaryIndexes),
    );
  if (isSame) return;
  throw new Error(
    `the table ${name} on disk has other keys or indexes than the template: ` +
      'start afresh with its file removed',
  );
}
