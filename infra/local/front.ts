import { readApi } from './http/api-definition.ts';
import { createGateway } from './http/gateway.ts';
import { createJwtAuthorizer } from './http/jwt-authorizer.ts';
import { createLocalEndpoints, localPrefix } from './http/local-endpoints.ts';
import type { HttpAnswer, HttpRequest } from './http/messages.ts';
import type { Issuer } from './issuer/issuer.ts';
import type { LambdaHost } from './lambda/lambda-host.ts';
import type { Logs } from './logs.ts';
import type { Activity, LocalClock } from './ports.ts';
import type { Services } from './services.ts';
import type { Deployment } from './template/deployment.ts';

export interface FrontPorts {
  readonly deployment: Deployment;
  readonly host: LambdaHost;
  readonly issuer: Issuer;
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly logs: Logs;
  readonly services: Services;
  readonly council: string;
}

/** What callers reach: the template's HTTP API, and beside it what only one machine offers. */
export function createFront(ports: FrontPorts): {
  handle(request: HttpRequest): Promise<HttpAnswer>;
  readonly routes: number;
} {
  const { deployment, host, issuer, clock, activity, logs, services, council } = ports;
  const api = readApi(deployment);
  for (const { key, functionName } of api.routes) {
    if (!host.has(functionName)) throw new Error(`${key} has no function ${functionName} to call`);
  }
  const { now } = clock;
  const gateway = createGateway({
    api,
    functions: host,
    judgeToken: createJwtAuthorizer(api.routes, { jwksOf: issuer.jwksOf, now }),
    now,
    logAccess: (line) => logs.write('access', line),
  });
  const local = createLocalEndpoints({
    clock,
    activity,
    sign: (request) => issuer.sign(request, now()),
    wipeExecutions: async () => services.states.wipe(),
    notifications: services.notifications,
    table: { endpoint: services.table.endpoint, name: tableName(deployment), council },
  });
  return {
    handle: (request) =>
      request.target.startsWith(localPrefix) ? local(request) : gateway(request),
    routes: api.routes.length,
  };
}

function tableName(deployment: Deployment): string {
  const [table] = [
    ...deployment.ofType('AWS::DynamoDB::Table'),
    ...deployment.ofType('AWS::DynamoDB::GlobalTable'),
  ];
  return table?.name ?? '';
}
