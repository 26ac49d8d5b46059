import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CfnStage, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ServiceSettings, Throttle } from '../settings.ts';
import { type GatewayRoute, HttpRoutes } from './http-routes.ts';

export interface HttpGatewayProps {
  readonly settings: ServiceSettings;
  readonly logKey: IKey;
  readonly routes: readonly GatewayRoute[];
  readonly publicApi: IFunction;
  readonly staffApi: IFunction;
}

/** The front doors: anybody's, residents' and carers' by the council's broker, and staff's by the
 * council's own provider. The gateway verifies tokens; the code decides what their bearers may do. */
export class HttpGateway extends Construct {
  readonly httpApi: HttpApi;
  readonly stage: HttpStage;
  readonly #props: HttpGatewayProps;

  constructor(scope: Construct, id: string, props: HttpGatewayProps) {
    super(scope, id);
    this.#props = props;
    this.httpApi = new HttpApi(this, 'Api', {
      apiName: props.settings.namePrefix,
      createDefaultStage: false,
    });
    this.stage = this.#addStage();
    this.#throttle(this.#addRoutes());
  }

  #addRoutes(): HttpRoutes {
    const { settings, routes, publicApi, staffApi } = this.#props;
    const { given } = settings;
    const staffIntegration = integrationOf('StaffApi', staffApi);
    return new HttpRoutes(this, 'Routes', {
      httpApi: this.httpApi,
      routes,
      doors: {
        public: { integration: integrationOf('PublicApi', publicApi) },
        resident: {
          integration: staffIntegration,
          authorizer: new HttpJwtAuthorizer('Resident', given.RESIDENT_ISSUER, {
            jwtAudience: [given.RESIDENT_AUDIENCE],
          }),
        },
        staff: {
          integration: staffIntegration,
          authorizer: new HttpJwtAuthorizer('Staff', given.STAFF_ISSUER, {
            jwtAudience: [given.STAFF_AUDIENCE],
          }),
        },
      },
    });
  }

  #addStage(): HttpStage {
    const { settings, logKey } = this.#props;
    const logGroup = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/http/${settings.namePrefix}`,
      retention: settings.logRetention,
      encryptionKey: logKey,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: gatewayThrottle(settings.throttles.public),
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(accessLogLine),
      },
    });
  }

  #throttle(routes: HttpRoutes): void {
    const { throttles } = this.#props.settings;
    const { defaultChild } = this.stage.node;
    if (!(defaultChild instanceof CfnStage)) throw new Error('the stage has no resource');
    defaultChild.routeSettings = Object.fromEntries(
      Object.entries(routes.accessByKey).map(([key, access]) => {
        const { rateLimit, burstLimit } = gatewayThrottle(throttles[access]);
        return [key, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }];
      }),
    );
    // The gateway refuses a setting for a route that it does not have yet.
    this.stage.node.addDependency(...routes.all);
  }
}

/** By route and not by path, query or address: those would be personal data. */
const accessLogLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLatencyMs: '$context.responseLatency',
  integrationLatencyMs: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
});

const gatewayThrottle = (throttle: Throttle) => ({
  rateLimit: throttle.requestsPerSecond,
  burstLimit: throttle.burstRequests,
});

/** One permission for the whole API, because one for each route outgrows the function's policy. */
function integrationOf(id: string, handler: IFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false });
}
