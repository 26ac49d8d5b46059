import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import Fastify, { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { createJwtAuthorizer } from '../../../../infra/local/http/jwt-authorizer.ts';
import { localAudience, localIssuers, openIssuer } from '../../../../infra/local/issuer/issuer.ts';
import type {
  OperationFacts,
  RawRequest,
  Reply,
  StaffCaller,
} from '../../../../shared/contracts/operation.ts';
import { type ProblemKind, toProblem } from '../../../../shared/contracts/problems.ts';
import { callerFrom } from '../../../../shared/lambda/claims.ts';

interface Called {
  readonly raw: RawRequest;
  readonly caller: StaffCaller;
}

export interface Route {
  readonly operation: Pick<OperationFacts, 'id' | 'method' | 'path' | 'roles'>;
  handle(called: Called): Promise<Reply>;
}

interface ServerOptions {
  readonly folder: string;
  readonly routes: readonly Route[];
  now(): number;
  whenIdle(): Promise<void>;
}

const claimNames = {
  staffId: 'sub',
  staffRoles: 'roles',
  staffTeams: 'teams',
  residentPerson: 'sub',
} as const;

const bodyBytesMax = 256 * 1024;

/** Serves the routes as a plain service does, in one process: the token is verified by the very code
 * that stands for the gateway on one machine, and one line is logged for each request. */
export async function serve(
  options: ServerOptions,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = Fastify({
    bodyLimit: bodyBytesMax,
    logController: new LogController({ disableRequestLogging: true }),
    logger: { stream: createWriteStream(join(options.folder, 'service.log')) },
  });
  const route = {
    key: 'staff',
    functionName: 'staff',
    timeoutMs: 30_000,
    authorizer: { issuer: localIssuers.staff, audience: [localAudience] },
    scopes: [],
    throttle: undefined,
  };
  const { jwksOf } = openIssuer(options.folder);
  const judgeToken = createJwtAuthorizer([route], { jwksOf, now: options.now });

  for (const { operation, handle } of options.routes) {
    server.route({
      method: operation.method,
      url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
      async handler(request, reply) {
        const judged = judgeToken(route, request.headers.authorization);
        const claims = judged.ok ? judged.authorized?.claims : undefined;
        const caller = callerFrom(claims, 'staff', claimNames);
        if (caller?.kind !== 'staff') return sendProblem(reply, 'not-signed-in');
        const actingAs = operation.roles.find((role) => caller.roles.includes(role));
        if (!actingAs) return sendProblem(reply, 'not-permitted');
        const answer = await handle({ caller, raw: toRaw(request, { caller, actingAs }) });
        request.log.info({ operation: operation.id, caller: caller.id }, 'answered');
        return send(reply, answer);
      },
    });
  }
  server.post('/local/idle', async () => {
    await options.whenIdle();
    return {};
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url, stop: () => server.close() };
}

function toRaw(
  { params, query, body, headers }: FastifyRequest,
  who: Pick<RawRequest, 'caller' | 'actingAs'>,
): RawRequest {
  return {
    ...who,
    params: Object(params),
    query: Object(query),
    body,
    headers: {
      'idempotency-key': headers['idempotency-key']?.toString(),
      'if-match': headers['if-match'],
    },
  };
}

function send(reply: FastifyReply, answer: Reply): FastifyReply {
  if (!answer.accepted) {
    const { problem } = toProblem(answer.refusal);
    return reply.code(problem.status).type('application/problem+json').send(problem);
  }
  const { status, body, version } = answer.value;
  if (version !== undefined) reply.header('etag', `"${version}"`);
  return reply.code(status).header('cache-control', 'no-store').send(body);
}

function sendProblem(reply: FastifyReply, kind: ProblemKind): FastifyReply {
  const { problem } = toProblem({ kind, detail: '' });
  return reply.code(problem.status).type('application/problem+json').send(problem);
}
