import * as z from 'zod';
import { nameFromArn } from '../template/account.ts';
import type { Deployment, Resource } from '../template/deployment.ts';
import { readProperties, withoutEffect } from '../template/properties.ts';
import { compilePattern, type Matches } from './patterns.ts';

// An upper bound on how long records may be gathered; to gather for no time keeps every promise.
const batchingWindow = withoutEffect;

const common = {
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().int().min(1).max(10_000).optional(),
  Enabled: z.boolean().optional(),
  FilterCriteria: z
    .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) })
    .optional(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).optional(),
  MaximumBatchingWindowInSeconds: batchingWindow,
  Tags: withoutEffect,
};
const streamProperties = z.strictObject({
  ...common,
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  BisectBatchOnFunctionError: z.boolean().optional(),
  MaximumRetryAttempts: z.number().int().min(-1).max(10_000).optional(),
  MaximumRecordAgeInSeconds: z.number().int().min(-1).max(604_800).optional(),
  ParallelizationFactor: z.number().int().min(1).max(10).optional(),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) })
    .optional(),
});
const queueProperties = z.strictObject({
  ...common,
  ScalingConfig: z
    .strictObject({ MaximumConcurrency: z.number().int().min(2).max(1000).optional() })
    .optional(),
});

interface Mapping {
  readonly path: string;
  readonly sourceArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly reportsItemFailures: boolean;
  readonly isEnabled: boolean;
  /** Whether the function wants to see a record; the others count as done. */
  readonly accepts: Matches;
}

export interface StreamMapping extends Mapping {
  readonly startsAtLatest: boolean;
  readonly bisects: boolean;
  readonly retriesMax: number;
  readonly ageMaxMs: number;
  readonly parallel: number;
  readonly onFailureArn?: string;
}

export interface QueueMapping extends Mapping {
  readonly concurrencyMax: number;
}

// A DynamoDB stream keeps a record for a day, whatever the mapping allows.
const streamRetentionMs = 24 * 60 * 60 * 1000;
// Lambda begins with so many concurrent batches of a queue; locally it stays there.
const queueConcurrencyDefault = 5;

export function readStreamMappings(deployment: Pick<Deployment, 'ofType'>): StreamMapping[] {
  return mappingsOf(deployment, 'dynamodb').map((resource) => {
    const properties = readProperties(resource, streamProperties);
    const { MaximumRetryAttempts: retries = -1, MaximumRecordAgeInSeconds: age = -1 } = properties;
    const onFailure = properties.DestinationConfig?.OnFailure.Destination;
    return {
      ...readCommon(resource, properties, 100),
      startsAtLatest: properties.StartingPosition === 'LATEST',
      bisects: properties.BisectBatchOnFunctionError ?? false,
      retriesMax: retries < 0 ? Number.POSITIVE_INFINITY : retries,
      ageMaxMs: age < 0 ? streamRetentionMs : Math.min(age * 1000, streamRetentionMs),
      parallel: properties.ParallelizationFactor ?? 1,
      ...(onFailure !== undefined && { onFailureArn: onFailure }),
    };
  });
}

export function readQueueMappings(deployment: Pick<Deployment, 'ofType'>): QueueMapping[] {
  return mappingsOf(deployment, 'sqs').map((resource) => {
    const properties = readProperties(resource, queueProperties);
    return {
      ...readCommon(resource, properties, 10),
      concurrencyMax: properties.ScalingConfig?.MaximumConcurrency ?? queueConcurrencyDefault,
    };
  });
}

const withSource = z.looseObject({ EventSourceArn: z.string() });
const knownSources = ['dynamodb', 'sqs'];

function mappingsOf(deployment: Pick<Deployment, 'ofType'>, service: string): readonly Resource[] {
  return deployment.ofType('AWS::Lambda::EventSourceMapping').filter((resource) => {
    const source = withSource.parse(resource.properties).EventSourceArn;
    const found = source.split(':')[2] ?? '';
    if (!knownSources.includes(found)) {
      throw new Error(`${resource.path}: the local stack knows no event source ${source}`);
    }
    return found === service;
  });
}

function readCommon(
  resource: Resource,
  properties: z.infer<z.ZodObject<typeof common>>,
  batchSizeDefault: number,
): Mapping {
  const filters = properties.FilterCriteria?.Filters ?? [];
  const matchers = filters.map(({ Pattern }) => compilePattern(JSON.parse(Pattern)));
  return {
    path: resource.path,
    sourceArn: properties.EventSourceArn,
    functionName: functionName(properties.FunctionName),
    batchSize: properties.BatchSize ?? batchSizeDefault,
    reportsItemFailures: properties.FunctionResponseTypes !== undefined,
    isEnabled: properties.Enabled ?? true,
    accepts: (record) => matchers.length === 0 || matchers.some((matches) => matches(record)),
  };
}

/** Templates name a function by its ARN or by its name. */
export function functionName(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameFromArn(nameOrArn) : nameOrArn;
}
