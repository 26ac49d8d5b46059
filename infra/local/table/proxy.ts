import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../seeded-random.ts';
import type { Activity } from '../ports.ts';
import { createTableFaults, refusalFor, type TableFaults, writeOperations } from './faults.ts';
import { askForCapacity, costOf, type RecordedRequest, type Recording } from './recording.ts';
import { createStaleIndexes, type StaleIndexes } from './stale-index.ts';

/** What the functions take for DynamoDB. */
export interface TableProxy {
  readonly endpoint: string;
  readonly faults: TableFaults;
  /** Makes reads of an index miss the newest writes. */
  readonly staleIndexes: StaleIndexes;
  /** Calls back after each write that passed, whether the engine accepted it or not. */
  onWrite(listener: (body: string) => void): void;
  /** Asks for the capacity that each request consumes, until the recording is stopped. */
  record(): Recording;
  stop(): Promise<void>;
}

export interface TableProxyPorts {
  /** The engine's endpoint. */
  readonly engine: string;
  readonly activity: Activity;
  /** Local time, for how old a write is. */
  readonly now: () => number;
  readonly port?: number;
  readonly seed?: number;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export async function createTableProxy(ports: TableProxyPorts): Promise<TableProxy> {
  const faults = createTableFaults(seededRandom(ports.seed ?? 1));
  const staleIndexes = createStaleIndexes({ endpoint: ports.engine, now: ports.now });
  const agent = new Agent({ keepAlive: true });
  const writeListeners: ((body: string) => void)[] = [];
  let recorded: RecordedRequest[] | undefined;

  // In local time: from any other date the SDK would conclude that its own clock is wrong.
  const dated = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders => ({
    ...headers,
    date: new Date(ports.now()).toUTCString(),
  });

  const ask = async (operation: string, incoming: IncomingMessage, body: Buffer) => {
    const sent = recorded ? askForCapacity(body) : body;
    const answer = await forward(ports.engine, agent, incoming, sent);
    recorded?.push(...costOf({ operation, headers: incoming.headers, body }, answer.body));
    return answer;
  };

  /** A write counts as under way until its listeners know of it, so that no moment lies between the
   * end of the write and the beginning of what follows from it. */
  const write = async (operation: string, incoming: IncomingMessage, body: Buffer) => {
    const done = ports.activity.begin(`table: ${operation}`);
    try {
      const answer = await ask(operation, incoming, body);
      await staleIndexes.written();
      for (const listener of writeListeners) listener(body.toString());
      return answer;
    } finally {
      done();
    }
  };

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const received = await readAll(incoming);
    const operation =
      String(incoming.headers['x-amz-target'] ?? '')
        .split('.')
        .at(-1) ?? '';
    const parsed = (): unknown => JSON.parse(received.toString());
    const befallen = faults.befalling(operation, parsed);
    for (const { kind, delayMs } of befallen) if (kind === 'latency') await wait(delayMs ?? 0);
    const refusal = refusalFor(befallen, operation, parsed);
    if (refusal) {
      const headers = dated({ 'content-type': 'application/x-amz-json-1.0' });
      response.writeHead(400, headers).end(JSON.stringify(refusal));
      return;
    }
    const body = await staleIndexes.redirect(operation, received);
    const pass = writeOperations.has(operation) ? write : ask;
    const answer = await pass(operation, incoming, body);
    if (befallen.some(({ kind }) => kind === 'lost-reply')) {
      incoming.socket.destroy();
      return;
    }
    response.writeHead(answer.status, dated(answer.headers)).end(answer.body);
  };

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => {
      // The engine is gone or the caller is; either way the caller sees a broken connection, which
      // is what it would see of AWS.
      incoming.socket.destroy();
    });
  });
  server.listen(ports.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');

  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    faults,
    staleIndexes,
    onWrite(listener) {
      writeListeners.push(listener);
    },
    record() {
      const list: RecordedRequest[] = [];
      recorded = list;
      return {
        stop() {
          if (recorded === list) recorded = undefined;
          return list;
        },
      };
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

async function forward(
  engine: string,
  agent: Agent,
  incoming: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const { method = 'POST', url = '/' } = incoming;
  const headers = { ...incoming.headers, 'content-length': body.length };
  const outgoing = request(new URL(url, engine), { agent, method, headers });
  outgoing.end(body);
  return await new Promise((resolve, reject) => {
    outgoing.once('error', reject);
    outgoing.once('response', (answer) => {
      const status = answer.statusCode ?? 502;
      readAll(answer).then(
        (read) => resolve({ status, headers: answer.headers, body: read }),
        reject,
      );
    });
  });
}
