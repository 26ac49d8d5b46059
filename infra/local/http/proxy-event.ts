import { randomBytes } from 'node:crypto';
import { account } from '../template/account.ts';
import type { Authorized } from './jwt-authorizer.ts';
import type { HttpRequest } from './messages.ts';
import type { RouteMatch } from './route-matching.ts';

/** What the gateway knows of one request besides its text. */
export interface RequestFacts {
  readonly apiId: string;
  readonly requestId: string;
  readonly instant: number;
  readonly match: RouteMatch;
  readonly authorized: Authorized | undefined;
}

// Between two neighbours only, never part of what a function is told.
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The event of payload format 2.0 as a function behind an HTTP API receives it. */
export function proxyEvent(request: HttpRequest, facts: RequestFacts): Record<string, unknown> {
  const { apiId, requestId, instant, match, authorized } = facts;
  const { path, query } = splitTarget(request.target);
  const { cookies, headers } = readHeaders(request);
  const rawPath = decodeURIComponent(path);
  const domainName = headers['host'] ?? '';
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query !== '' && { queryStringParameters: joinRepeats(new URLSearchParams(query)) }),
    requestContext: {
      accountId: account.id,
      apiId,
      ...(authorized && { authorizer: { jwt: authorized } }),
      domainName,
      domainPrefix: domainName.split('.')[0],
      http: {
        method: request.method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.route.key,
      stage: '$default',
      time: gatewayTime(instant),
      timeEpoch: Math.floor(instant),
    },
    ...(match.pathParameters && { pathParameters: match.pathParameters }),
    ...bodyOf(request.body, headers['content-type']),
  };
}

export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  if (mark < 0) return { path: target, query: '' };
  return { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** The value of a header, its repeats joined with commas. */
export function headerValue(request: HttpRequest, name: string): string | undefined {
  const values = headerPairs(request).filter(([own]) => own === name);
  return values.length > 0 ? values.map(([, value]) => value).join(',') : undefined;
}

/** Such as `23/May/2008:09:00:00 +0000`. */
export function gatewayTime(instant: number): string {
  const [, day, month, year, time] = new Date(instant).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

function headerPairs({ rawHeaders }: HttpRequest): [string, string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? '']] : [],
  );
}

function readHeaders(request: HttpRequest): { cookies: string[]; headers: Record<string, string> } {
  const pairs = headerPairs(request).filter(([name]) => !hopByHop.has(name));
  const cookies = pairs
    .filter(([name]) => name === 'cookie')
    .flatMap(([, value]) => value.split(/;\s*/));
  const headers = joinRepeats(pairs.filter(([name]) => name !== 'cookie'));
  const forwarded = headers['x-forwarded-for'];
  const trace = randomBytes(16).toString('hex');
  return {
    cookies,
    headers: {
      ...headers,
      'content-length': String(request.body.length),
      'x-amzn-trace-id': `Root=1-${trace.slice(0, 8)}-${trace.slice(8)}`,
      'x-forwarded-for': forwarded ? `${forwarded}, ${request.sourceIp}` : request.sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
  };
}

function joinRepeats(pairs: Iterable<[string, string]>): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const before = joined[name];
    joined[name] = before === undefined ? value : `${before},${value}`;
  }
  return joined;
}

// Measured on AWS by others: these arrive as text, and all else in base64, `+json` types and bodies
// without a type among it.
const textTypes = new Set(['application/json', 'application/javascript', 'application/xml']);

function bodyOf(body: Buffer, contentType = ''): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const isText = type.startsWith('text/') || textTypes.has(type);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}
