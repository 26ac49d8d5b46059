import fastify from 'fastify';
import type * as z from 'zod';
import { operationNamed } from '../journey/player.ts';
import { cpuPerCall } from './cpu-per-call.ts';

// The least that a plain server would do for the same payload: parse it, check it by the same schema and
// answer with it. Requests are injected, because the service's handler is called without a socket too.
process.on(
  'message',
  async ({ operation, payload, calls }: { operation: string; payload: object; calls: number }) => {
    const { body, answer } = operationNamed(operation);
    const schema: z.ZodType = body ?? answer;
    const server = fastify();
    server.post('/echo', async (request) => schema.parse(request.body));
    const text = JSON.stringify(payload);
    let statusCode = 0;
    const microseconds = await cpuPerCall(calls, async () => {
      const headers = { 'content-type': 'application/json' };
      const asked = { method: 'POST', url: '/echo', headers, payload: text } as const;
      ({ statusCode } = await server.inject(asked));
    });
    process.send?.({ microseconds, statusCode });
  },
);
process.send?.('ready');
