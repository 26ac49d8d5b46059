import { randomUUID } from 'node:crypto';
import type { FunctionHost, InvokeResult } from '../ports.ts';
import { type AccessLogFacts, createAccessLog } from './access-log.ts';
import type { ApiDefinition } from './api-definition.ts';
import type { Authorized, JudgeToken } from './jwt-authorizer.ts';
import { gatewayAnswers, type HttpAnswer, type HttpRequest } from './messages.ts';
import { answerOf } from './proxy-answer.ts';
import { headerValue, proxyEvent, splitTarget } from './proxy-event.ts';
import { createRouteMatcher, type RouteMatch } from './route-matching.ts';
import { createThrottling } from './throttling.ts';

interface GatewayOptions {
  readonly api: ApiDefinition;
  readonly functions: FunctionHost;
  readonly judgeToken: JudgeToken;
  now(): number;
  logAccess(line: string): void;
}

/** What happened to one request on its way, for the access log. */
interface Course {
  readonly answer: HttpAnswer;
  readonly authorized?: Authorized | undefined;
  readonly authorizerError?: string;
  readonly integration?: { readonly latencyMs: number; readonly result: InvokeResult | undefined };
}

/** The HTTP API of the template: matches, throttles, authorises, calls and answers. */
export function createGateway(
  options: GatewayOptions,
): (request: HttpRequest) => Promise<HttpAnswer> {
  const { api, now } = options;
  const matchRoute = createRouteMatcher(api.routes);
  const mayPass = createThrottling(now);
  const accessLine =
    api.accessLogFormat === undefined ? undefined : createAccessLog(api.accessLogFormat);

  const serve = async (
    request: HttpRequest,
    match: RouteMatch,
    { requestId, instant }: { requestId: string; instant: number },
  ): Promise<Course> => {
    if (!mayPass(match.route)) return { answer: gatewayAnswers.tooManyRequests };
    const judged = options.judgeToken(match.route, headerValue(request, 'authorization'));
    if (!judged.ok) return { answer: judged.answer, authorizerError: judged.reason };
    const { authorized } = judged;
    const event = proxyEvent(request, { apiId: api.id, requestId, instant, match, authorized });
    const startedAt = performance.now();
    const result = await within(
      match.route.timeoutMs,
      options.functions.invoke(match.route.functionName, event),
    );
    const integration = { latencyMs: Math.round(performance.now() - startedAt), result };
    const answer = result ? answerOf(result) : gatewayAnswers.serviceUnavailable;
    return { answer, authorized, integration };
  };

  return async (request) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    const instant = now();
    const match = findRoute(matchRoute, request);
    if (match === 'unreadable') return gatewayAnswers.badRequest;
    const course = match
      ? await serve(request, match, { requestId, instant })
      : { answer: gatewayAnswers.notFound };
    const answer = withRequestId(course.answer, requestId);
    if (accessLine) {
      const responseLatencyMs = Math.round(performance.now() - startedAt);
      const seen = { apiId: api.id, requestId, instant, responseLatencyMs };
      options.logAccess(`${accessLine({ ...seen, ...factsOf(request, match, course) })}\n`);
    }
    return answer;
  };
}

function findRoute(
  matchRoute: (method: string, path: string) => RouteMatch | undefined,
  { method, target }: HttpRequest,
): RouteMatch | undefined | 'unreadable' {
  const { path } = splitTarget(target);
  try {
    decodeURIComponent(path);
  } catch {
    return 'unreadable';
  }
  return matchRoute(method, path);
}

function withRequestId(answer: HttpAnswer, requestId: string): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, 'apigw-requestid': requestId } };
}

function factsOf(
  request: HttpRequest,
  match: RouteMatch | undefined,
  { answer, authorized, authorizerError, integration }: Course,
): Omit<AccessLogFacts, 'apiId' | 'requestId' | 'instant' | 'responseLatencyMs'> {
  const result = integration?.result;
  const isOwnAnswer = Object.values(gatewayAnswers).includes(answer) || authorizerError;
  return {
    routeKey: match?.route.key ?? '-',
    httpMethod: request.method,
    protocol: `HTTP/${request.httpVersion}`,
    sourceIp: request.sourceIp,
    userAgent: headerValue(request, 'user-agent') ?? '-',
    status: answer.status,
    responseLength: Buffer.byteLength(answer.body),
    integrationLatencyMs: integration?.latencyMs,
    integrationStatus: result && (!result.ok && result.fault === 'throttled' ? 429 : 200),
    integrationError: result && !result.ok ? result.errorType : undefined,
    errorMessage: isOwnAnswer ? JSON.parse(String(answer.body)).message : undefined,
    authorizerError,
    claims: authorized?.claims ?? {},
  };
}

/** The result, or nothing once the gateway has waited long enough; the function runs on. */
async function within(
  limitMs: number,
  invoked: Promise<InvokeResult>,
): Promise<InvokeResult | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([invoked, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
