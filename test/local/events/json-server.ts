import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { JsonService } from '#infra/local/ports.ts';

/** One service behind the AWS JSON protocol, for an SDK client to talk to. */
export async function serveJson(service: JsonService) {
  const server = createServer(async (request, response) => {
    const [target, operation = ''] = String(request.headers['x-amz-target']).split('.');
    if (target !== service.target) throw new Error(`the client asked for ${target}`);
    const answer = await service.handle(operation, JSON.parse(await text(request)));
    response
      .writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(answer.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
