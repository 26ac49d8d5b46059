import type { Logs } from '../logs.ts';
import type { Activity, FunctionHost, LocalClock } from '../ports.ts';
import { nameFromArn } from '../template/account.ts';
import { functionEnvironment } from './environment.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { LambdaWorker } from './lambda-worker.ts';
import { isTooLarge, tooLarge } from './payload-limit.ts';

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

export interface LambdaHost extends FunctionHost {
  /** Takes a name or an ARN. */
  has(functionName: string): boolean;
  /** How often each function was invoked since the start of the process, by its name. */
  invocations(): Readonly<Record<string, number>>;
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
      new LambdaWorker({
        definition,
        environment: functionEnvironment(definition, options.endpoints()),
        sharedOffset: clock.sharedOffset,
        log: (text) => logs.write(definition.name, text),
      });
    const limit = Math.min(workersMax, definition.reservedConcurrency ?? workersMax);
    pools.set(definition.name, createFunctionPool({ workersMax: limit, start }));
  }

  const invoked: Record<string, number> = {};
  const nameOf = (nameOrArn: string): string =>
    nameOrArn.startsWith('arn:') ? nameFromArn(nameOrArn) : nameOrArn;

  return {
    has: (functionName) => pools.has(nameOf(functionName)),
    invocations: () => ({ ...invoked }),
    async invoke(functionName, payload) {
      const name = nameOf(functionName);
      const pool = pools.get(name);
      if (!pool) throw new Error(`no function is named "${name}"`);
      invoked[name] = (invoked[name] ?? 0) + 1;
      const text = JSON.stringify(payload) ?? 'null';
      if (isTooLarge(text)) return tooLarge('Request');
      const done = activity.begin(`function ${name}`);
      try {
        return await pool.invoke(text);
      } finally {
        done();
      }
    },
    async stop() {
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}
