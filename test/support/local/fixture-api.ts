import { readApi } from '#infra/local/http/api-definition.ts';
import { createGateway } from '#infra/local/http/gateway.ts';
import { createJwtAuthorizer } from '#infra/local/http/jwt-authorizer.ts';
import type { HttpAnswer, HttpRequest } from '#infra/local/http/messages.ts';
import {
  type Issuer,
  localAudience,
  localIssuers,
  openIssuer,
} from '#infra/local/issuer/issuer.ts';
import type { FunctionHost, InvokeResult } from '#infra/local/ports.ts';
import { type Deployment, readDeployment } from '#infra/local/template/deployment.ts';
import { functionResource, writeAssembly } from './fixture-deployment.ts';

export const staff = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Staff' } };
export const resident = { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Resident' } };

/** An HTTP API with the given routes in front of one function, as the CDK would write it. */
export function apiAssembly(
  routes: Readonly<Record<string, Record<string, unknown>>>,
  stage: Record<string, unknown> = {},
  functionCode = 'export const handler = async (event) => event;',
): string {
  const ApiId = { Ref: 'Api' };
  const authorizer = (name: string, Issuer: string) => ({
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId,
      Name: name,
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer, Audience: [localAudience] },
    },
  });
  const Resources: Record<string, unknown> = {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
    Staff: authorizer('staff', localIssuers.staff),
    Resident: authorizer('resident', localIssuers.resident),
    Function: functionResource('main'),
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['Function', 'Arn'] },
        PayloadFormatVersion: '2.0',
      },
    },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId, StageName: '$default', AutoDeploy: true, ...stage },
    },
  };
  for (const [index, [RouteKey, more]] of Object.entries(routes).entries()) {
    const Target = { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] };
    const Properties = { ApiId, RouteKey, Target, ...more };
    Resources[`Route${index}`] = { Type: 'AWS::ApiGatewayV2::Route', Properties };
  }
  return writeAssembly({ api: { Resources } }, { 'main.mjs': functionCode });
}

export function apiDeployment(...given: Parameters<typeof apiAssembly>): Deployment {
  return readDeployment(apiAssembly(...given));
}

/** Stands in for the functions: keeps the events and answers what the test says. */
class RecordingFunctions implements FunctionHost {
  readonly events: unknown[] = [];
  result: InvokeResult | 'never' = { ok: true, payload: { statusCode: 200 } };

  invoke(_functionName: string, payload: unknown): Promise<InvokeResult> {
    this.events.push(JSON.parse(JSON.stringify(payload)));
    const { result } = this;
    return result === 'never' ? new Promise(() => {}) : Promise.resolve(result);
  }
}

export interface GatewayUnderTest {
  readonly functions: RecordingFunctions;
  readonly issuer: Issuer;
  readonly accessLines: string[];
  /** The local time, which the test moves by hand. */
  readonly clock: { now: number };
  send(line: string, more?: { headers?: readonly string[]; body?: string }): Promise<HttpAnswer>;
}

/** A gateway in front of recording functions; `send` takes a request line such as `GET /cases`. */
export function gatewayUnderTest(deployment: Deployment): GatewayUnderTest {
  const api = readApi(deployment);
  const issuer = openIssuer(undefined);
  const functions = new RecordingFunctions();
  const accessLines: string[] = [];
  const clock = { now: Date.parse('2026-03-02T09:00:00Z') };
  const now = () => clock.now;
  const handle = createGateway({
    api,
    functions,
    judgeToken: createJwtAuthorizer(api.routes, { jwksOf: issuer.jwksOf, now }),
    now,
    logAccess: (line) => accessLines.push(line),
  });
  const send: GatewayUnderTest['send'] = (line, { headers = [], body = '' } = {}) => {
    const [method = '', target = ''] = line.split(' ');
    const request: HttpRequest = {
      method,
      target,
      httpVersion: '1.1',
      rawHeaders: ['Host', 'care.example', 'User-Agent', 'test', ...headers],
      sourceIp: '127.0.0.1',
      body: Buffer.from(body),
    };
    return handle(request);
  };
  return { functions, issuer, accessLines, clock, send };
}
