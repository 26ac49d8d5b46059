import type { InvokeResult } from '../ports.ts';
import type { LambdaWorker } from './lambda-worker.ts';

/** The warm workers of one function. */
export interface FunctionPool {
  invoke(payload: string): Promise<InvokeResult>;
  stop(): Promise<void>;
}

interface PoolOptions {
  /** How many events may run at once; with none the function is switched off. */
  readonly workersMax: number;
  start(): LambdaWorker;
}

// Lambda would start another environment; one machine lets so many wait before it throttles.
const waitingMax = 1000;

const throttled: InvokeResult = {
  ok: false,
  fault: 'throttled',
  errorType: 'TooManyRequestsException',
  errorMessage: 'Rate Exceeded.',
};

export function createFunctionPool({ workersMax, start }: PoolOptions): FunctionPool {
  const idle: LambdaWorker[] = [];
  const busy = new Set<LambdaWorker>();
  const waiting: (() => void)[] = [];

  const take = (): LambdaWorker | undefined => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) if (worker.isUsable()) return worker;
    return busy.size < workersMax ? start() : undefined;
  };
  const runOn = async (worker: LambdaWorker, payload: string): Promise<InvokeResult> => {
    busy.add(worker);
    try {
      return await worker.invoke(payload);
    } finally {
      busy.delete(worker);
      if (worker.isUsable()) idle.push(worker);
      waiting.shift()?.();
    }
  };

  return {
    async invoke(payload) {
      if (workersMax === 0 || waiting.length >= waitingMax) return throttled;
      for (;;) {
        const worker = take();
        if (worker) return runOn(worker, payload);
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    async stop() {
      await Promise.all([...idle, ...busy].map((worker) => worker.stop()));
    },
  };
}
