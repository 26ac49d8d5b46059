import { createSign, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ApiRoute } from '#infra/local/http/api-definition.ts';
import { createJwtAuthorizer } from '#infra/local/http/jwt-authorizer.ts';

const issuer = 'https://login.example';
const nowSeconds = 1_772_442_000;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { n = '', e = '' } = publicKey.export({ format: 'jwk' });

const route: ApiRoute = {
  key: 'GET /cases',
  functionName: 'f',
  timeoutMs: 1,
  authorizer: { issuer, audience: ['care', 'care-test'] },
  scopes: [],
  throttle: undefined,
};
const scoped: ApiRoute = { ...route, key: 'GET /scoped', scopes: ['read'] };
const judge = createJwtAuthorizer([route, scoped], {
  jwksOf: () => ({ keys: [{ kty: 'RSA', kid: 'k', use: 'sig', alg: 'RS256', n, e }] }),
  now: () => nowSeconds * 1000,
});

function tokenOf(claims: Record<string, unknown>, kid = 'k'): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid })}.${part(claims)}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(privateKey);
  return `${signed}.${signature.toString('base64url')}`;
}

const good = { iss: issuer, aud: 'care', exp: nowSeconds + 60, sub: 'p-1' };
const { aud: _aud, ...withoutAudience } = good;
const { exp: _exp, ...withoutExpiry } = good;

test.each([
  ['for one of the audiences', good],
  ['for several audiences, ours among them', { ...good, aud: ['other', 'care-test'] }],
  ['of a client that is an audience', { ...withoutAudience, client_id: 'care' }],
  ['that began just now', { ...good, nbf: nowSeconds, iat: nowSeconds }],
])('A token %s is good', (_what, claims) => {
  expect(judge(route, tokenOf(claims))).toMatchObject({ ok: true });
});

test.each([
  ['for another audience', { ...good, aud: 'elsewhere' }],
  ['for another audience, whatever its client', { ...good, aud: 'elsewhere', client_id: 'care' }],
  ['for no audience', withoutAudience],
  ['of another issuer', { ...good, iss: 'https://other.example' }],
  ['that expires this second', { ...good, exp: nowSeconds }],
  ['that never expires', withoutExpiry],
  ['that is not valid yet', { ...good, nbf: nowSeconds + 1 }],
  ['that is issued in the future', { ...good, iat: nowSeconds + 1 }],
])('A token %s is refused', (_what, claims) => {
  expect(judge(route, tokenOf(claims))).toMatchObject({ ok: false, answer: { status: 401 } });
});

test('A token signed with a key that the issuer does not publish is refused', () => {
  expect(judge(route, tokenOf(good, 'other'))).toMatchObject({ ok: false });
});

test.each([
  ['a scope', { scope: 'write read' }, ['write', 'read']],
  ['a list of scopes', { scp: ['read'] }, ['read']],
])('A route with scopes is opened by %s', (_what, claims, scopes) => {
  expect(judge(scoped, tokenOf({ ...good, ...claims }))).toMatchObject({
    ok: true,
    authorized: { scopes },
  });
});

test('Claims become text, lists in brackets and words as they stand', () => {
  const claims = { ...good, roles: ['a', 'b'], level: 2, isLead: true, gone: null, at: { x: 1 } };
  expect(judge(route, tokenOf(claims))).toMatchObject({
    authorized: {
      claims: {
        iss: issuer,
        aud: 'care',
        exp: String(nowSeconds + 60),
        sub: 'p-1',
        roles: '[a b]',
        level: '2',
        isLead: 'true',
        at: '{"x":1}',
      },
    },
  });
});
