import type { Logs } from '../logs.ts';
import type { Activity, FunctionHost, InvokeResult, LocalClock } from '../ports.ts';
import { nameFromArn } from '../template/account.ts';
import { functionEnvironment } from './environment.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { startLambdaWorker } from './lambda-worker.ts';

interface HostOptions {
  readonly functions: readonly FunctionDefinition[];
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly logs: Logs;
  /** `AWS_ENDPOINT_URL_*` of the local services; asked for when a worker starts. */
  endpoints(): Readonly<Record<string, string>>;
  /** Workers of one function at most; a smaller reserved concurrency wins. */
  readonly workersMax?: number;
}

// Lambda's limit for a synchronous request and for its answer.
const payloadMaxBytes = 6 * 1024 * 1024;

export interface LambdaHost extends FunctionHost {
  stop(): Promise<void>;
}

/** Runs the template's functions, each in threads of its own, started when first invoked. */
export function createLambdaHost(options: HostOptions): LambdaHost {
  // Lambda keeps UTC. A thread shares the zone of its process, so the process keeps UTC too.
  process.env['TZ'] = 'UTC';
  const { activity, clock, logs, workersMax = 2 } = options;
  const pools = new Map<string, FunctionPool>();
  for (const definition of options.functions) {
    const start = () =>
      startLambdaWorker({
        definition,
        environment: functionEnvironment(definition, options.endpoints()),
        sharedOffset: clock.sharedOffset,
        log: (text) => logs.write(definition.name, text),
      });
    const limit = Math.min(workersMax, definition.reservedConcurrency ?? workersMax);
    pools.set(definition.name, createFunctionPool({ workersMax: limit, start }));
  }

  return {
    async invoke(functionName, payload) {
      const name = functionName.startsWith('arn:') ? nameFromArn(functionName) : functionName;
      const pool = pools.get(name);
      if (!pool) throw new Error(`no function is named "${name}"`);
      const text = JSON.stringify(payload) ?? 'null';
      if (Buffer.byteLength(text) > payloadMaxBytes) return tooLarge('Request');
      const done = activity.begin(`function ${name}`);
      try {
        const result = await pool.invoke(text);
        const isTooLarge =
          result.ok && Buffer.byteLength(JSON.stringify(result.payload)) > payloadMaxBytes;
        return isTooLarge ? tooLarge('Response') : result;
      } finally {
        done();
      }
    },
    async stop() {
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}

function tooLarge(which: 'Request' | 'Response'): InvokeResult {
  return {
    ok: false,
    fault: 'function',
    errorType:
      which === 'Request' ? 'RequestEntityTooLargeException' : 'Function.ResponseSizeTooLarge',
    errorMessage: `${which} payload size exceeded the limit of ${payloadMaxBytes} bytes`,
  };
}
