import * as z from 'zod';
import { nameFromArn } from '../template/account.ts';
import type { Deployment, Resource } from '../template/deployment.ts';
import { readProperties, withoutEffect } from '../template/properties.ts';

/** One route of the template's HTTP API, with all that the gateway judges before it calls. */
export interface ApiRoute {
  /** Such as `POST /contacts/{contactId}/triage`, or `$default`. */
  readonly key: string;
  readonly functionName: string;
  readonly timeoutMs: number;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly scopes: readonly string[];
  readonly throttle: Throttle | undefined;
}

interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

interface Throttle {
  readonly ratePerSecond: number;
  readonly burst: number;
}

export interface ApiDefinition {
  readonly id: string;
  readonly routes: readonly ApiRoute[];
  /** The access log's line with its `$context` variables, if the stage keeps one. */
  readonly accessLogFormat: string | undefined;
}

const api = z.strictObject({
  Name: z.string(),
  ProtocolType: z.literal('HTTP'),
  Description: withoutEffect,
  Tags: withoutEffect,
  // Callers come by 127.0.0.1 here, so an address that is switched off changes nothing.
  DisableExecuteApiEndpoint: withoutEffect,
});
const authorizer = z.strictObject({
  ApiId: z.string(),
  Name: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
});
const integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string().transform(functionOfUri),
  IntegrationMethod: withoutEffect,
  PayloadFormatVersion: z.literal('2.0'),
  // Thirty seconds is the most that an HTTP API waits, and what it waits when nothing is said.
  TimeoutInMillis: z.int().min(50).max(30_000).default(30_000),
  Description: withoutEffect,
});
const route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string().regex(/^(\$default|[A-Z]+ \/\S*)$/),
  Target: z
    .string()
    .regex(/^integrations\/./)
    .transform((text) => text.slice('integrations/'.length)),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).optional(),
  OperationName: withoutEffect,
});
const throttling = z.strictObject({
  ThrottlingBurstLimit: z.int().nonnegative().optional(),
  ThrottlingRateLimit: z.number().nonnegative().optional(),
  DetailedMetricsEnabled: withoutEffect,
});
const stage = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: z.literal(true),
  DefaultRouteSettings: throttling.optional(),
  RouteSettings: z.record(z.string(), throttling).optional(),
  AccessLogSettings: z
    .strictObject({ DestinationArn: withoutEffect, Format: z.string() })
    .optional(),
  Description: withoutEffect,
  Tags: withoutEffect,
});

/** Reads the one HTTP API of the template. */
export function readApi(deployment: Deployment): ApiDefinition {
  const { resource: apiResource } = only(deployment, 'AWS::ApiGatewayV2::Api', api);
  const { properties: settings } = only(deployment, 'AWS::ApiGatewayV2::Stage', stage);
  const integrations = readAll(deployment, 'AWS::ApiGatewayV2::Integration', integration);
  const authorizers = readAll(deployment, 'AWS::ApiGatewayV2::Authorizer', authorizer);
  const routes = readAll(deployment, 'AWS::ApiGatewayV2::Route', route).map(
    ({ resource, properties }): ApiRoute => {
      const target = byName(integrations, properties.Target, resource);
      const needsToken = properties.AuthorizationType === 'JWT';
      const judge = needsToken
        ? byName(authorizers, properties.AuthorizerId ?? '', resource).JwtConfiguration
        : undefined;
      return {
        key: properties.RouteKey,
        functionName: target.IntegrationUri,
        timeoutMs: target.TimeoutInMillis,
        authorizer: judge && { issuer: judge.Issuer, audience: judge.Audience },
        scopes: properties.AuthorizationScopes ?? [],
        throttle: throttleOf(settings, properties.RouteKey),
      };
    },
  );
  const keys = new Set(routes.map(({ key }) => key));
  for (const key of Object.keys(settings.RouteSettings ?? {})) {
    if (!keys.has(key)) throw new Error(`the stage has settings for "${key}", which is no route`);
  }
  return { id: apiResource.name, routes, accessLogFormat: settings.AccessLogSettings?.Format };
}

function functionOfUri(uri: string): string {
  // Either the function's ARN, or an invocation path that holds it.
  const [, found = uri] = /functions\/(arn:[^/]+)\/invocations$/.exec(uri) ?? [];
  return nameFromArn(found);
}

function throttleOf(settings: z.infer<typeof stage>, key: string): Throttle | undefined {
  const { ThrottlingBurstLimit: burst, ThrottlingRateLimit: ratePerSecond } = {
    ...settings.DefaultRouteSettings,
    ...settings.RouteSettings?.[key],
  };
  return burst === undefined || ratePerSecond === undefined ? undefined : { burst, ratePerSecond };
}

interface Read<T> {
  readonly resource: Resource;
  readonly properties: T;
}

function readAll<T>(deployment: Deployment, type: string, schema: z.ZodType<T>): Read<T>[] {
  return deployment
    .ofType(type)
    .map((resource) => ({ resource, properties: readProperties(resource, schema) }));
}

function only<T>(deployment: Deployment, type: string, schema: z.ZodType<T>): Read<T> {
  const [found, ...others] = readAll(deployment, type, schema);
  if (!found || others.length > 0) throw new Error(`the template needs exactly one ${type}`);
  return found;
}

function byName<T>(all: readonly Read<T>[], name: string, asker: Resource): T {
  const found = all.find(({ resource }) => resource.name === name);
  if (!found) throw new Error(`${asker.path} points at "${name}", which is not in the template`);
  return found.properties;
}
