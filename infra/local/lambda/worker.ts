import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { installLocalDate } from './local-date.ts';
import type { WorkerEvent, WorkerMessage, WorkerSettings } from './messages.ts';

// The thread of one execution environment: it loads one handler and answers one event at a time.

type Handler = (event: unknown, context: unknown) => unknown;

const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

// Logs travel by the same port as answers, so that a line is never later than what it precedes.
const toLog = (chunk: string | Uint8Array): boolean => {
  say({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
  return true;
};
process.stdout.write = toLog;
process.stderr.write = toLog;

// `LambdaWorker` starts this thread with exactly these settings and posts only events.
const settings: WorkerSettings = workerData;
installLocalDate(settings.sharedOffset);

function describe(error: unknown): { errorType: string; errorMessage: string; trace: string[] } {
  if (error instanceof Error) {
    const { name, message, stack } = error;
    return { errorType: name, errorMessage: message, trace: stack?.split('\n') ?? [] };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

function contextOf({ requestId, timeoutMs }: WorkerEvent): Record<string, unknown> {
  const { env } = process;
  const name = env['AWS_LAMBDA_FUNCTION_NAME'];
  const deadline = performance.now() + timeoutMs;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: env['AWS_LAMBDA_FUNCTION_VERSION'],
    invokedFunctionArn: settings.functionArn,
    memoryLimitInMB: env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    awsRequestId: requestId,
    logGroupName: env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: env['AWS_LAMBDA_LOG_STREAM_NAME'],
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
  };
}

function traceId(): string {
  const hex = randomUUID().replaceAll('-', '');
  return `Root=1-${hex.slice(0, 8)}-${hex.slice(8)};Parent=${hex.slice(0, 16)};Sampled=0`;
}

async function answer(handler: Handler, event: WorkerEvent): Promise<void> {
  process.env['_X_AMZN_TRACE_ID'] = traceId();
  try {
    const result = await handler(JSON.parse(event.payload), contextOf(event));
    say({ kind: 'answered', payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    const { trace, ...failure } = describe(error);
    // The real runtime writes every uncaught error to the log, so a careless message shows here.
    toLog(`ERROR\tInvoke Error \t${JSON.stringify({ ...failure, stack: trace })}\n`);
    say({ kind: 'failed', ...failure });
  }
}

try {
  const loaded = await import(pathToFileURL(settings.handlerFile).href);
  const handler: unknown = loaded[settings.handlerExport];
  if (typeof handler !== 'function') {
    throw new TypeError(`${settings.handlerFile} has no function ${settings.handlerExport}`);
  }
  parentPort?.on('message', (event: WorkerEvent) => {
    void answer((input, context) => handler(input, context), event);
  });
  say({ kind: 'ready' });
} catch (error) {
  const { trace, ...failure } = describe(error);
  toLog(`ERROR\tInit Error \t${JSON.stringify({ ...failure, stack: trace })}\n`);
  say({ kind: 'unusable', ...failure });
}
