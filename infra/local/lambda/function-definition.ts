import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Deployment, Resource } from '../template/deployment.ts';
import { readProperties, withoutEffect } from '../template/properties.ts';

const properties = z.strictObject({
  Code: z.strictObject({ S3Bucket: withoutEffect, S3Key: z.string() }),
  Handler: z.string().regex(/^[\w/-]+\.\w+$/),
  Runtime: z.literal('nodejs24.x'),
  Timeout: z.int().positive().max(900).default(3),
  MemorySize: z.int().positive().default(128),
  ReservedConcurrentExecutions: z.int().nonnegative().optional(),
  Environment: z
    .strictObject({ Variables: z.record(z.string(), z.string()).optional() })
    .optional(),
  LoggingConfig: z
    .strictObject({
      LogGroup: z.string().optional(),
      LogFormat: withoutEffect,
      ApplicationLogLevel: withoutEffect,
      SystemLogLevel: withoutEffect,
    })
    .optional(),
  FunctionName: withoutEffect,
  Description: withoutEffect,
  Architectures: withoutEffect,
  Role: withoutEffect,
  TracingConfig: withoutEffect,
  KmsKeyArn: withoutEffect,
  RuntimeManagementConfig: withoutEffect,
  Tags: withoutEffect,
});

/** What the local stack needs to know of one deployed function. */
export interface FunctionDefinition {
  readonly name: string;
  /** Where its code lies, and whatever was bundled beside it. */
  readonly codeFolder: string;
  readonly handlerFile: string;
  readonly handlerExport: string;
  readonly timeoutMs: number;
  readonly memoryMegabytes: number;
  readonly reservedConcurrency: number | undefined;
  readonly logGroup: string;
  readonly variables: Readonly<Record<string, string>>;
}

export function readFunctions(deployment: Deployment): readonly FunctionDefinition[] {
  return deployment.ofType('AWS::Lambda::Function').map((resource) => {
    const read = readProperties(resource, properties);
    const dot = read.Handler.lastIndexOf('.');
    const folder = deployment.assetFolder(read.Code.S3Key);
    return {
      name: resource.name,
      codeFolder: folder,
      handlerFile: moduleFile(join(folder, read.Handler.slice(0, dot)), resource),
      handlerExport: read.Handler.slice(dot + 1),
      timeoutMs: read.Timeout * 1000,
      memoryMegabytes: read.MemorySize,
      reservedConcurrency: read.ReservedConcurrentExecutions,
      logGroup: read.LoggingConfig?.LogGroup ?? `/aws/lambda/${resource.name}`,
      variables: read.Environment?.Variables ?? {},
    };
  });
}

function moduleFile(path: string, resource: Resource): string {
  // The order in which the Node runtime of Lambda looks.
  const found = ['.js', '.mjs', '.cjs'].map((end) => path + end).find((file) => existsSync(file));
  if (!found) throw new Error(`${resource.path}: no bundled module at ${path}`);
  return found;
}
