import { pathToFileURL } from 'node:url';
import { cpuPerCall } from './cpu-per-call.ts';

// Stands in for Lambda's runtime: gives one handler the same event again and again.
const [, , handlerFile = ''] = process.argv;
const { handler } = await import(pathToFileURL(handlerFile).href);
// The service's own log lines stay out of the parent's output.
process.stdout.write = () => true;

process.on('message', async ({ event, calls }: { event: object; calls: number }) => {
  const text = JSON.stringify(event);
  let statusCode = 0;
  const microseconds = await cpuPerCall(calls, async () => {
    const answer = await handler(JSON.parse(text), {
      awsRequestId: 'bench',
      functionName: 'bench',
    });
    JSON.stringify(answer);
    ({ statusCode } = answer);
  });
  process.send?.({ microseconds, statusCode });
});
process.send?.('ready');
