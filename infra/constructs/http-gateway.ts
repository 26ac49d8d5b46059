import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  HttpIntegration,
  HttpIntegrationType,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
  readonly #props: HttpGatewayProps;

  constructor(scope: Construct, id: string, props: HttpGatewayProps) {
    super(scope, id);
    this.#props = props;
    this.httpApi = new HttpApi(this, 'Api', {
      apiName: props.settings.namePrefix,
      createDefaultStage: false,
    });
    const routes = this.#addRoutes();
    const stage = this.#addStage();
    this.#throttle(stage, routes);
  }

  #addRoutes(): HttpRoutes {
    const { settings, routes, publicApi, staffApi } = this.#props;
    const { given } = settings;
    const staffIntegration = this.#addIntegration('StaffApi', staffApi);
    return new HttpRoutes(this, 'Routes', {
      httpApi: this.httpApi,
      routes,
      doors: {
        public: { integration: this.#addIntegration('PublicApi', publicApi) },
        resident: {
          integration: staffIntegration,
          authorizer: this.#addAuthorizer(
            'Resident',
            given.RESIDENT_ISSUER,
            given.RESIDENT_AUDIENCE,
          ),
        },
        staff: {
          integration: staffIntegration,
          authorizer: this.#addAuthorizer('Staff', given.STAFF_ISSUER, given.STAFF_AUDIENCE),
        },
      },
    });
  }

  /** One integration and one permission for all the routes of a function, because a permission for
   * each outgrows the function's policy. The asterisks are the stage and the route: `$default` has
   * no method before its name. */
  #addIntegration(id: string, handler: IFunction): HttpIntegration {
    handler.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.httpApi.apiId,
        resourceName: '*/*',
      }),
    });
    return new HttpIntegration(this, id, {
      httpApi: this.httpApi,
      integrationType: HttpIntegrationType.AWS_PROXY,
      integrationUri: handler.functionArn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    });
  }

  #addAuthorizer(id: string, issuer: string, audience: string): HttpAuthorizer {
    return new HttpAuthorizer(this, id, {
      httpApi: this.httpApi,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: issuer,
      jwtAudience: [audience],
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

  #throttle(stage: HttpStage, routes: HttpRoutes): void {
    const { throttles } = this.#props.settings;
    const { defaultChild } = stage.node;
    if (!(defaultChild instanceof CfnStage)) throw new Error('the stage has no resource');
    defaultChild.routeSettings = Object.fromEntries(
      routes.all.map(({ routeKey, access }) => {
        const { rateLimit, burstLimit } = gatewayThrottle(throttles[access]);
        return [routeKey, { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit }];
      }),
    );
    // The gateway refuses a setting for a route that it does not have yet.
    stage.node.addDependency(routes);
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
