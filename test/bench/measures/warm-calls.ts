import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { functionEnvironment } from '#infra/local/lambda/environment.ts';
import { readFunctions } from '#infra/local/lambda/function-definition.ts';
import * as bodies from '../journey/bodies.ts';
import { directPlayer, directPorts } from '../journey/direct-player.ts';
import { headersOf, operationNamed, type Player, type Sent } from '../journey/player.ts';
import { adultQuestions, staff, takeContact, toPlanning } from '../journey/standard-journey.ts';
import { type Measure, median, rangeOf } from './measure.ts';
import { type OpenTable, openTable } from './open-table.ts';

const callsEach = 40;
const callsToWarmUp = 300;
// An echo is so short that one collection of garbage would weigh more than all of a run's calls.
const echoesPerCall = 10;
const Told = z.object({ microseconds: z.number(), statusCode: z.number() });

interface Route {
  readonly operation: string;
  readonly sent: Sent;
}

/** The processor time of a warm call of the five routes that staff call most, as a ratio to a Fastify
 * server that checks and echoes the same payload, in the same run. The service's part holds the role
 * check, the table's client and, for the two commands, the decision, the chain and the idempotency. */
export async function measureWarmCalls(runs: number): Promise<Measure[]> {
  const open = await openTable();
  const service = startService(open);
  const echo = fork(childFile('warm-echo.ts'));
  try {
    await Promise.all([once(service, 'message'), once(echo, 'message')]);
    const player = directPlayer(directPorts(open.table));
    const routes = await busiestRoutes(player);
    const measures: Measure[] = [];
    for (const route of routes) {
      measures.push(await measureRoute({ route, player, service, echo }, runs));
    }
    return measures;
  } finally {
    service.kill();
    echo.kill();
    await open.stop();
  }
}

async function busiestRoutes(player: Player): Promise<Route[]> {
  const opened = await takeContact(player);
  await toPlanning(opened, 'thin');
  const params = { caseId: opened.caseId };
  const by = staff.practitioner;
  return [
    { operation: 'read-case', sent: { by, params } },
    { operation: 'list-tasks', sent: { by, query: { team: 'social-work-north' } } },
    { operation: 'read-timeline', sent: { by, params, query: { limit: '10' } } },
    { operation: 'indicate-budget', sent: { by, params, body: bodies.indication(adultQuestions) } },
    { operation: 'record-capacity', sent: { by, params, body: bodies.capacity } },
  ];
}

interface Measured {
  readonly route: Route;
  readonly player: Player;
  readonly service: ChildProcess;
  readonly echo: ChildProcess;
}

async function measureRoute({ route, player, service, echo }: Measured, runs: number) {
  const { operation, sent } = route;
  const payload = sent.body ?? (await player.call(operation, sent));
  const event = eventOf(route);
  const ratioOf = async (calls: number) =>
    (await ask(service, { event, calls })) /
    (await ask(echo, { operation, payload, calls: calls * echoesPerCall }));
  await ratioOf(callsToWarmUp);
  const ratios: number[] = [];
  for (let run = 0; run < runs; run += 1) ratios.push(await ratioOf(callsEach));
  return {
    id: `warm-${operation}`,
    name: `Warm CPU of ${operation}, ratio to a Fastify echo`,
    value: median(ratios),
    range: rangeOf(ratios),
    note: `${runs} runs of ${callsEach} calls`,
  };
}

async function ask(child: ChildProcess, message: object): Promise<number> {
  const heard = once(child, 'message');
  child.send(message);
  const [told] = await heard;
  const { microseconds, statusCode } = Told.parse(told);
  if (statusCode !== 200) throw new Error(`a warm call answered ${statusCode}`);
  return microseconds;
}

function startService({ deployment, proxy }: OpenTable): ChildProcess {
  const definition = readFunctions(deployment).find(({ name }) => name.endsWith('-staff-api'));
  if (!definition) throw new Error('the template has no staff-api');
  const endpoints = { AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint };
  const env = functionEnvironment(definition, endpoints);
  return fork(childFile('warm-service.ts'), [definition.handlerFile], { env });
}

function childFile(name: string): string {
  return fileURLToPath(new URL(`../child/${name}`, import.meta.url));
}

/** The gateway's event, as far as the service reads it. */
function eventOf({ operation, sent }: Route): object {
  const { method, path } = operationNamed(operation);
  const { sub, roles, teams } = claimsOf(sent);
  const { 'idempotency-key': _key, ...headers } = headersOf(sent);
  return {
    routeKey: `${method} ${path}`,
    rawPath: path,
    headers,
    queryStringParameters: sent.query ?? {},
    pathParameters: sent.params ?? {},
    ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    requestContext: {
      requestId: 'bench',
      http: { method },
      authorizer: { jwt: { claims: { sub, roles: `[${roles}]`, teams: `[${teams}]` } } },
    },
  };
}

function claimsOf({ by }: Sent): { sub: string; roles: string; teams: string } {
  if (by === 'public' || 'resident' in by) throw new Error('only staff routes are measured');
  return { sub: by.id, roles: by.roles.join(' '), teams: by.teams.join(' ') };
}
