import { describe, expect, it } from 'vitest';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import { givenByCouncil, synthesiseService } from './synthesised-service.ts';

const service = synthesiseService('prod');
const ofType = (type: string) =>
  service.filter((resource) => resource.type === `AWS::ApiGatewayV2::${type}`);
const gatewayRoutes = new Map(
  ofType('Route').map(({ properties }) => [properties['RouteKey'], properties]),
);
const routes = [...publicRoutes, ...staffRoutes];
const heads = routes
  .filter(({ method, access }) => method === 'GET' && access === 'public')
  .map(({ path }) => `HEAD ${path}`);
const [stage] = ofType('Stage');

describe('The gateway knows every route of the service', () => {
  it('each once, and one for whatever is not a route', () => {
    expect([...gatewayRoutes.keys()].sort()).toEqual(
      ['$default', ...routes.map(({ method, path }) => `${method} ${path}`), ...heads].sort(),
    );
  });

  it('the heads of public pages too, through the door of the page', () => {
    expect(heads).toContain('HEAD /docs');
    for (const head of heads) {
      const [door, page] = [head, head.replace('HEAD', 'GET')].map((key) => gatewayRoutes.get(key));
      expect(door).toEqual({ ...page, RouteKey: head });
    }
  });

  it.each(routes.filter(({ access }) => access === 'public'))(
    '$method $path needs no account and reaches only the public function',
    ({ method, path }) => {
      expect(gatewayRoutes.get(`${method} ${path}`)).toEqual({
        ApiId: expect.any(String),
        RouteKey: `${method} ${path}`,
        Target: expect.stringMatching(/^integrations\/api\.GatewayPublicApi/),
      });
    },
  );

  it.each(routes.filter(({ access }) => access !== 'public'))(
    '$method $path asks for the token of a $access',
    ({ method, path, access }) => {
      const issuer = access === 'staff' ? /^api\.GatewayStaff\w+$/ : /^api\.GatewayResident\w+$/;
      expect(gatewayRoutes.get(`${method} ${path}`)).toMatchObject({
        AuthorizationType: 'JWT',
        AuthorizerId: expect.stringMatching(issuer),
        Target: expect.stringMatching(/^integrations\/api\.GatewayStaffApi/),
      });
    },
  );

  it('what is not a route is answered by the function that knows all routes, for anybody', () => {
    expect(gatewayRoutes.get('$default')).toEqual({
      ApiId: expect.any(String),
      RouteKey: '$default',
      Target: expect.stringMatching(/^integrations\/api\.GatewayStaffApi/),
    });
  });
});

describe('Tokens are judged by the issuers that the council gave', () => {
  it.each([
    ['Staff', givenByCouncil['STAFF_ISSUER'], givenByCouncil['STAFF_AUDIENCE']],
    ['Resident', givenByCouncil['RESIDENT_ISSUER'], givenByCouncil['RESIDENT_AUDIENCE']],
  ])('%s', (name, issuer, audience) => {
    const [authorizer] = ofType('Authorizer').filter(
      ({ properties }) => properties['Name'] && String(properties['Name']).includes(String(name)),
    );
    expect(authorizer?.properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: issuer, Audience: [audience] },
    });
  });
});

describe('The gateway protects what is behind it', () => {
  it('every route has the throttle of its class', () => {
    const byKey = stage?.properties['RouteSettings'];
    for (const { method, path, access } of routes) {
      const [rate, burst] = access === 'staff' ? [50, 100] : [10, 20];
      expect(byKey).toHaveProperty([`${method} ${path}`], {
        ThrottlingRateLimit: rate,
        ThrottlingBurstLimit: burst,
      });
    }
    expect(byKey).toHaveProperty(['$default', 'ThrottlingRateLimit'], 10);
    expect(stage?.properties['DefaultRouteSettings']).toEqual({
      ThrottlingRateLimit: 10,
      ThrottlingBurstLimit: 20,
    });
  });

  it('its log says which route was called, and not by whom, with which address or which words', () => {
    const format = JSON.stringify(stage?.properties['AccessLogSettings']);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/\$context\.(path|identity|authorizer\.claims|http|domainName)/i);
  });

  it('one permission for each function covers all routes, the nameless one too', () => {
    const permissions = service.filter(
      ({ type, properties }) =>
        type === 'AWS::Lambda::Permission' &&
        properties['Principal'] === 'apigateway.amazonaws.com',
    );
    expect(permissions).toHaveLength(2);
    for (const { properties } of permissions) {
      expect(properties['SourceArn']).toMatch(/:execute-api:.+:api\.GatewayApi\w+\/\*\/\*$/);
    }
  });
});
