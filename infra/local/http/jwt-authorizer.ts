import { JwtVerifier } from 'aws-jwt-verify';
import type { Jwks } from 'aws-jwt-verify/jwk';
import type { JwtPayload } from 'aws-jwt-verify/jwt-model';
import type { ApiRoute } from './api-definition.ts';
import { gatewayAnswers, type HttpAnswer, jsonAnswer } from './messages.ts';

/** The signed-in caller as the event tells of them. */
export interface Authorized {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

type Authorization =
  | { readonly ok: true; readonly authorized: Authorized | undefined }
  | { readonly ok: false; readonly answer: HttpAnswer; readonly reason: string };

interface AuthorizerOptions {
  /** The public keys of each issuer that the template may name. */
  readonly jwksOf: (issuer: string) => Jwks;
  /** Milliseconds since the epoch, in local time. */
  now(): number;
}

/** Judges the token of a request against its route's authorizer. */
export type JudgeToken = (route: ApiRoute, authorization: string | undefined) => Authorization;

export function createJwtAuthorizer(
  routes: readonly ApiRoute[],
  { jwksOf, now }: AuthorizerOptions,
): JudgeToken {
  const verifiers = new Map<string, (token: string) => JwtPayload>();
  for (const { authorizer } of routes) {
    if (authorizer && !verifiers.has(authorizer.issuer)) {
      verifiers.set(authorizer.issuer, verifierOf(authorizer.issuer, jwksOf(authorizer.issuer)));
    }
  }

  return (route, authorization) => {
    const { authorizer, scopes } = route;
    if (!authorizer) return { ok: true, authorized: undefined };
    if (!authorization) return unauthorized('Bearer', 'no token');
    // The gateway takes a token with or without the word before it.
    const token = authorization.replace(/^Bearer\s+/i, '');
    let payload: JwtPayload;
    try {
      payload = verify(verifiers, authorizer.issuer, token);
      assertTimely(payload, now() / 1000);
      assertAudience(payload, authorizer.audience);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return unauthorized('Bearer scope="" error="invalid_token"', reason);
    }
    const held = scopesOf(payload);
    if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope))) {
      return insufficientScope(scopes);
    }
    const authorized = { claims: flatten(payload), scopes: scopes.length > 0 ? held : null };
    return { ok: true, authorized };
  };
}

function verifierOf(issuer: string, jwks: Jwks): (token: string) => JwtPayload {
  // The library reads the machine's clock, and tokens here live in local time: its own check is
  // given endless grace, and `assertTimely` is the one that counts.
  const verifier = JwtVerifier.create({
    issuer,
    audience: null,
    jwksUri: `${issuer}/jwks`,
    graceSeconds: Number.MAX_SAFE_INTEGER,
  });
  verifier.cacheJwks(jwks);
  return (token) => verifier.verifySync(token);
}

function verify(
  verifiers: ReadonlyMap<string, (token: string) => JwtPayload>,
  issuer: string,
  token: string,
): JwtPayload {
  const verifyToken = verifiers.get(issuer);
  if (!verifyToken) throw new Error(`no keys are known of ${issuer}`);
  return verifyToken(token);
}

function assertTimely({ exp, nbf, iat }: JwtPayload, nowSeconds: number): void {
  if (exp === undefined || exp <= nowSeconds) throw new Error('the token has expired');
  if (nbf !== undefined && nbf > nowSeconds) throw new Error('the token is not valid yet');
  if (iat !== undefined && iat > nowSeconds) throw new Error('the token is from the future');
}

function assertAudience(payload: JwtPayload, accepted: readonly string[]): void {
  // An OAuth access token may carry `client_id` in place of an audience; the gateway takes both.
  const audience = payload.aud ?? payload['client_id'];
  const named: readonly unknown[] = Array.isArray(audience) ? audience : [audience];
  if (!accepted.some((each) => named.includes(each))) throw new Error('invalid audience');
}

function scopesOf(payload: JwtPayload): readonly string[] {
  const scope: unknown = payload.scope ?? payload['scp'];
  if (Array.isArray(scope)) return scope.map(String);
  return typeof scope === 'string' ? scope.split(' ').filter((each) => each !== '') : [];
}

/** Every claim as text, in the way in which the gateway writes it. */
function flatten(payload: JwtPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, textOf(value)]),
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function unauthorized(challenge: string, reason: string): Authorization {
  const description =
    reason === 'no token' ? '' : ` error_description="${reason.replaceAll('"', "'")}"`;
  const headers = { 'www-authenticate': challenge + description };
  return { ok: false, answer: jsonAnswer(401, { message: 'Unauthorized' }, headers), reason };
}

function insufficientScope(scopes: readonly string[]): Authorization {
  const challenge = `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`;
  const { forbidden } = gatewayAnswers;
  const headers = { ...forbidden.headers, 'www-authenticate': challenge };
  return { ok: false, answer: { ...forbidden, headers }, reason: 'insufficient scope' };
}
