import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Answer, AnswerFile, Operation, RawRequest, Reply } from '../contracts/operation.ts';
import { type ProblemKind, toProblem } from '../contracts/problems.ts';
import { TableBusy } from '../stores/table/table.ts';
import { type ClaimNames, callerFrom } from './claims.ts';
import { type FindOperation, isKnownPath } from './find-operation.ts';
import { type HttpAnswer, HttpEvent, readBody } from './http-event.ts';
import { describeFault, logger } from './logger.ts';

interface Api<Ports> {
  readonly find: FindOperation<Ports>;
  /** The route keys of the whole service, this function's and others', to tell 404 from 405. */
  readonly known: readonly string[];
  /** Absent where no operation needs a sign-in. */
  readonly claims?: ClaimNames;
  readonly ports: Ports;
}

/** One Lambda for many operations: finds the one that the gateway's route names, and turns whatever
 * comes of it into an HTTP answer. A fault gives a reference and nothing else. */
export function apiHandler<Ports>(api: Api<Ports>) {
  return middy()
    .use(injectLambdaContext(logger, { clearState: true }))
    .handler(async (input: unknown): Promise<HttpAnswer> => {
      const event = HttpEvent.parse(input);
      const startedMs = performance.now();
      const operation = await api.find(event.routeKey);
      const answer = operation
        ? await answerOperation(operation, event, api)
        : problem(isKnownPath(event.rawPath, api.known) ? 'method-not-allowed' : 'not-found');
      logger.info('answered', {
        operation: operation?.id ?? 'none',
        status: answer.statusCode,
        ms: Math.round(performance.now() - startedMs),
        request: event.requestContext.requestId,
      });
      return answer;
    });
}

async function answerOperation<Ports>(
  operation: Operation<Ports>,
  event: HttpEvent,
  api: Api<Ports>,
): Promise<HttpAnswer> {
  const claims = event.requestContext.authorizer?.jwt.claims;
  const caller = callerFrom(claims, operation.access, api.claims);
  if (!caller) return problem('not-signed-in', 'The token does not say who you are.');
  const actingAs =
    caller.kind === 'staff'
      ? operation.roles.find((role) => caller.roles.includes(role))
      : undefined;
  if (caller.kind === 'staff' && !actingAs) {
    return problem('not-permitted', `This needs one of the roles: ${operation.roles.join(', ')}.`);
  }
  const body = readBody(event);
  if (!body.ok) return problem(body.problem);
  const request: RawRequest = {
    caller,
    actingAs,
    params: event.pathParameters,
    query: event.queryStringParameters,
    body: body.value,
    headers: event.headers,
  };
  try {
    return toAnswer(await operation.run(request, api.ports));
  } catch (fault) {
    if (fault instanceof TableBusy) return problem('busy', 'Try again in a moment.');
    const reference = event.requestContext.requestId;
    logger.error('fault', { operation: operation.id, request: reference, ...describeFault(fault) });
    return problem('fault', 'The fault has been recorded under the reference.', reference);
  }
}

function toAnswer(reply: Reply): HttpAnswer {
  if (!reply.accepted) return fromProblem(toProblem(reply.refusal));
  const { status, body, html, file, version, location } = reply.value;
  if (html) return fromPage(html);
  if (file) return fromFile(file);
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(version === undefined ? {} : { etag: `"${version}"` }),
      ...(location === undefined ? {} : { location }),
    },
    body: JSON.stringify(body),
  };
}

function fromFile({ text, type, name }: AnswerFile): HttpAnswer {
  return {
    statusCode: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
    body: text,
  };
}

function fromPage({ source, contentSecurityPolicy }: NonNullable<Answer['html']>): HttpAnswer {
  return {
    statusCode: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    },
    body: source,
  };
}

function problem(kind: ProblemKind, detail?: string, reference?: string): HttpAnswer {
  return fromProblem(
    toProblem({
      kind,
      detail: detail ?? '',
      ...(reference === undefined ? {} : { reference }),
    }),
  );
}

function fromProblem({
  problem: body,
  retryAfterSeconds,
}: ReturnType<typeof toProblem>): HttpAnswer {
  const { detail, ...bare } = body;
  return {
    statusCode: body.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify(detail ? body : bare),
  };
}
