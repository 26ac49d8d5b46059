import { Validations } from 'aws-cdk-lib';
import {
  CfnRoute,
  type HttpApi,
  type HttpAuthorizer,
  type HttpIntegration,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Access, OperationFacts } from '#shared/contracts/operation.ts';

/** As much of a route of the service as the gateway has to know. */
export type GatewayRoute = Pick<OperationFacts, 'method' | 'path' | 'access'>;

/** What answers a class of routes, and whose token lets a caller through to it. */
export interface Door {
  readonly integration: HttpIntegration;
  readonly authorizer?: HttpAuthorizer;
}

export interface HttpRoutesProps {
  readonly httpApi: HttpApi;
  readonly routes: readonly GatewayRoute[];
  readonly doors: Readonly<Record<Access, Door>>;
}

/** Answers 404 and 405 as problems, where the gateway's own answer has no shape of ours. */
const noSuchRoute = { routeKey: '$default', access: 'public' } as const;

/** What checks links or fills a cache asks for the head of a public page alone: it is answered like
 * the page, and the gateway leaves the body out. */
function methodsOf({ method, access }: Omit<GatewayRoute, 'path'>): string[] {
  return method === 'GET' && access === 'public' ? ['GET', 'HEAD'] : [method];
}

/** One gateway route for each route of the service, and one for whatever is not a route. */
export class HttpRoutes extends Construct {
  readonly all: readonly { readonly routeKey: string; readonly access: Access }[];

  constructor(scope: Construct, id: string, props: HttpRoutesProps) {
    super(scope, id);
    const routes = props.routes.flatMap(({ method, path, access }) =>
      methodsOf({ method, access }).map((asked) => ({ routeKey: `${asked} ${path}`, access })),
    );
    for (const { routeKey, access } of routes) {
      this.#addRoute(routeKey, props.doors[access], props.httpApi);
    }
    // To the function that knows every route, and without its authoriser: it tells 404 from 405.
    const { integration } = props.doors.staff;
    this.#addRoute(noSuchRoute.routeKey, { integration }, props.httpApi);
    this.all = [...routes, noSuchRoute];
  }

  #addRoute(routeKey: string, { integration, authorizer }: Door, httpApi: HttpApi): void {
    const route = new CfnRoute(this, routeKey.replaceAll('/', '|'), {
      apiId: httpApi.apiId,
      routeKey,
      target: `integrations/${integration.integrationId}`,
      ...(authorizer && { authorizationType: 'JWT', authorizerId: authorizer.authorizerId }),
    });
    if (!authorizer) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'Contact, advice and concerns need no account, and finding no route reveals none.',
      });
    }
  }
}
