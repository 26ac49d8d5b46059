import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gatewayAnswers, type HttpAnswer, type HttpRequest } from './messages.ts';

export interface HttpServer {
  readonly url: string;
  /** May be called more than once. */
  stop(): Promise<void>;
}

// The most that an HTTP API takes: ten megabytes of body and ten kilobytes of request line and
// headers.
const bodyMaxBytes = 10 * 1024 * 1024;
const headersMaxBytes = 10_240;
const stopWithinMs = 2_000;

/** Listens on this machine alone and answers each request that it could read whole. */
export async function listen(
  port: number,
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<HttpServer> {
  const server = createServer({ maxHeaderSize: headersMaxBytes }, (incoming, outgoing) => {
    answer(incoming, outgoing, handle).catch((error: unknown) => {
      // A caller that went away is no fault; anything else is one of the local stack itself.
      if (incoming.destroyed && !incoming.complete) return;
      console.error(error);
      send(outgoing, gatewayAnswers.internalServerError);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  let stopped: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () => {
      stopped ??= close(server);
      return stopped;
    },
  };
}

/** Takes no more connections, and gives what is under way a moment to end. */
async function close(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), stopWithinMs);
  server.close();
  await once(server, 'close');
  clearTimeout(timer);
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<void> {
  const body = await readBody(incoming);
  if (body === 'too large') {
    send(outgoing, gatewayAnswers.tooLarge);
    return;
  }
  const request: HttpRequest = {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    httpVersion: incoming.httpVersion,
    rawHeaders: incoming.rawHeaders,
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
    body,
  };
  send(outgoing, await handle(request));
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Read to its end even when it is too much: a caller still sending would not hear the answer.
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length <= bodyMaxBytes) chunks.push(chunk);
  }
  return length > bodyMaxBytes ? 'too large' : Buffer.concat(chunks);
}

function send(outgoing: ServerResponse, { status, headers, body }: HttpAnswer): void {
  if (outgoing.headersSent) return;
  for (const [name, value] of Object.entries(headers)) {
    outgoing.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  outgoing.setHeader('content-length', Buffer.byteLength(body));
  outgoing.writeHead(status);
  outgoing.end(body);
}
