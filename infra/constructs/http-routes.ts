import { Validations } from 'aws-cdk-lib';
import {
  type HttpApi,
  HttpMethod,
  HttpRoute,
  type HttpRouteIntegration,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { AccessClass } from '../settings.ts';

const methods = {
  GET: HttpMethod.GET,
  POST: HttpMethod.POST,
  PUT: HttpMethod.PUT,
  PATCH: HttpMethod.PATCH,
  DELETE: HttpMethod.DELETE,
};

/** As much of a route of the service as the gateway has to know. */
export interface GatewayRoute {
  readonly method: keyof typeof methods;
  readonly path: string;
  readonly access: AccessClass;
}

/** What answers a class of routes, and who is let through to it. */
export interface Door {
  readonly integration: HttpRouteIntegration;
  readonly authorizer?: IHttpRouteAuthorizer;
}

export interface HttpRoutesProps {
  readonly httpApi: HttpApi;
  readonly routes: readonly GatewayRoute[];
  readonly doors: Readonly<Record<AccessClass, Door>>;
}

/** One gateway route for each route of the service, and one for whatever is not a route. */
export class HttpRoutes extends Construct {
  readonly all: readonly HttpRoute[];
  /** The class of each route by its key, the catch-all included. */
  readonly accessByKey: Readonly<Record<string, AccessClass>>;

  constructor(scope: Construct, id: string, props: HttpRoutesProps) {
    super(scope, id);
    const added: HttpRoute[] = [];
    const accessByKey: Record<string, AccessClass> = {};
    const add = (key: HttpRouteKey, access: AccessClass) => {
      added.push(this.#addRoute(key, props.doors[access], props.httpApi));
      accessByKey[key.key] = access;
    };
    for (const { method, path, access } of props.routes) {
      add(HttpRouteKey.with(path, methods[method]), access);
    }
    // Answers 404 and 405 as problems, where the gateway's own answer has no shape of ours.
    add(HttpRouteKey.DEFAULT, 'public');
    this.all = added;
    this.accessByKey = accessByKey;
  }

  #addRoute(routeKey: HttpRouteKey, door: Door, httpApi: HttpApi): HttpRoute {
    const { integration, authorizer } = door;
    const id = routeKey.key.replaceAll(/[^A-Za-z$]+/g, '-');
    const route = new HttpRoute(this, id, {
      httpApi,
      routeKey,
      integration,
      ...(authorizer && { authorizer }),
    });
    if (!authorizer) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'Contact, advice and concerns need no account, and finding no route reveals none.',
      });
    }
    return route;
  }
}
