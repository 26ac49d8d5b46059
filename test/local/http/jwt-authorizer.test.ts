import { expect, test } from 'vitest';
import {
  apiDeployment,
  type GatewayUnderTest,
  gatewayUnderTest,
  resident,
  staff,
} from '#test/support/local/fixture-api.ts';

const routes = {
  'GET /open': {},
  'GET /staff': staff,
  'GET /my': resident,
  'GET /scoped': { ...staff, AuthorizationScopes: ['care/read', 'care/write'] },
};
const worker = { sub: 'p-1', roles: ['practitioner', 'adviser'], teams: ['north'], name: 'P One' };

function sendWith(gateway: GatewayUnderTest, line: string, token: string) {
  return gateway.send(line, { headers: ['Authorization', token] });
}

function claimsOf({ functions }: GatewayUnderTest): unknown {
  const [event] = functions.events;
  return Object(event).requestContext.authorizer;
}

test('A member of staff is let in, and their claims arrive as text', async () => {
  const gateway = gatewayUnderTest(apiDeployment(routes));
  const token = gateway.issuer.sign(worker, gateway.clock.now);
  expect(await sendWith(gateway, 'GET /staff', `Bearer ${token}`)).toMatchObject({ status: 200 });
  expect(claimsOf(gateway)).toEqual({
    jwt: {
      claims: {
        iss: 'https://staff.issuer.local',
        aud: 'adult-social-care',
        sub: 'p-1',
        name: 'P One',
        roles: '[practitioner adviser]',
        teams: '[north]',
        iat: '1772442000',
        exp: String(1772442000 + 30 * 365 * 24 * 60 * 60),
      },
      scopes: null,
    },
  });
});

test('A token without the word Bearer before it is taken too', async () => {
  const gateway = gatewayUnderTest(apiDeployment(routes));
  const token = gateway.issuer.sign(worker, gateway.clock.now);
  expect(await sendWith(gateway, 'GET /staff', token)).toMatchObject({ status: 200 });
});

test('A route without an authorizer asks for no token and passes on no claims', async () => {
  const gateway = gatewayUnderTest(apiDeployment(routes));
  expect(await gateway.send('GET /open')).toMatchObject({ status: 200 });
  expect(claimsOf(gateway)).toBeUndefined();
});

test('Without a token a caller is sent away with a challenge', async () => {
  const gateway = gatewayUnderTest(apiDeployment(routes));
  expect(await gateway.send('GET /staff')).toMatchObject({
    status: 401,
    body: '{"message":"Unauthorized"}',
    headers: { 'www-authenticate': 'Bearer' },
  });
  expect(gateway.functions.events).toEqual([]);
});

const year = 365 * 24 * 60 * 60 * 1000;

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

test.each([
  [
    'of the residents',
    'GET /staff',
    ({ issuer, clock }: GatewayUnderTest) => issuer.sign({ resident: 'r-1' }, clock.now),
  ],
  [
    'of the staff',
    'GET /my',
    ({ issuer, clock }: GatewayUnderTest) => issuer.sign(worker, clock.now),
  ],
  [
    'that has expired',
    'GET /staff',
    ({ issuer, clock }: GatewayUnderTest) =>
      issuer.sign({ ...worker, validSeconds: 60 }, clock.now - 61_000),
  ],
  [
    'from the future',
    'GET /staff',
    ({ issuer, clock }: GatewayUnderTest) => issuer.sign(worker, clock.now + year),
  ],
  [
    'whose claims were changed',
    'GET /staff',
    ({ issuer, clock }: GatewayUnderTest) => {
      const [header, , signature] = issuer.sign(worker, clock.now).split('.');
      const [, other] = issuer.sign({ ...worker, sub: 'p-2' }, clock.now).split('.');
      return `${header}.${other}.${signature}`;
    },
  ],
  [
    'that nobody signed',
    'GET /staff',
    ({ issuer, clock }: GatewayUnderTest) => {
      const [, claims] = issuer.sign(worker, clock.now).split('.');
      return `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`;
    },
  ],
  ['that is none', 'GET /staff', () => 'Basic dXNlcjpwYXNz'],
])('A token %s does not open %s', async (_what, line, tokenOf) => {
  const gateway = gatewayUnderTest(apiDeployment(routes));
  const answer = await sendWith(gateway, line, tokenOf(gateway));
  expect(answer).toMatchObject({
    status: 401,
    body: '{"message":"Unauthorized"}',
    headers: { 'www-authenticate': expect.stringContaining('error="invalid_token"') },
  });
});

test('A token lives in local time', async () => {
  const gateway = gatewayUnderTest(apiDeployment(routes));
  const token = gateway.issuer.sign({ ...worker, validSeconds: 3600 }, gateway.clock.now);
  gateway.clock.now += 3_599_000;
  expect(await sendWith(gateway, 'GET /staff', token)).toMatchObject({ status: 200 });
  gateway.clock.now += 2_000;
  expect(await sendWith(gateway, 'GET /staff', token)).toMatchObject({ status: 401 });
});

test('A route with scopes needs one of them and passes on those of the token', async () => {
  const gateway = gatewayUnderTest(apiDeployment(routes));
  const tokenWith = (scope: string) => gateway.issuer.sign({ ...worker, scope }, gateway.clock.now);
  expect(await sendWith(gateway, 'GET /scoped', tokenWith('other'))).toMatchObject({
    status: 403,
    body: '{"message":"Forbidden"}',
  });
  expect(await sendWith(gateway, 'GET /scoped', tokenWith('care/write other'))).toMatchObject({
    status: 200,
  });
  expect(claimsOf(gateway)).toMatchObject({ jwt: { scopes: ['care/write', 'other'] } });
});

test('A template that trusts an issuer of elsewhere is refused with its name', () => {
  const deployment = apiDeployment(routes);
  const elsewhere = {
    ...deployment,
    ofType: (type: string) =>
      deployment.ofType(type).map((resource) => ({
        ...resource,
        properties: JSON.parse(
          JSON.stringify(resource.properties).replaceAll('staff.issuer.local', 'login.elsewhere'),
        ),
      })),
  };
  expect(() => gatewayUnderTest(elsewhere)).toThrow(/login\.elsewhere/);
});
