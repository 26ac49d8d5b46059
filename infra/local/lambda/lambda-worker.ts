import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { InvokeResult } from '../ports.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { type WorkerEvent, type WorkerMessage, workerMessage } from './messages.ts';

/** One execution environment of a function: a thread that takes one event at a time. */
export interface LambdaWorker {
  /** False once it has failed to load, been cut off or died; a new one must then be started. */
  isUsable(): boolean;
  invoke(payload: string): Promise<InvokeResult>;
  stop(): Promise<void>;
}

interface WorkerOptions {
  readonly definition: FunctionDefinition;
  readonly environment: Record<string, string>;
  readonly sharedOffset: Float64Array;
  log(text: string): void;
}

const threadFile = new URL('./worker.ts', import.meta.url);

export function startLambdaWorker(options: WorkerOptions): LambdaWorker {
  const { definition } = options;
  const { handlerFile, handlerExport, timeoutMs } = definition;
  const thread = new Worker(threadFile, {
    env: options.environment,
    execArgv: ['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
    workerData: { handlerFile, handlerExport, sharedOffset: options.sharedOffset },
  });
  let isUsable = true;
  let isReady = false;
  let queued: WorkerEvent | undefined;
  let settle: ((result: InvokeResult) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;

  const end = (result: InvokeResult): void => {
    clearTimeout(timer);
    const settled = settle;
    settle = undefined;
    settled?.(result);
  };
  const fail = (errorType: string, errorMessage: string): void =>
    end({ ok: false, fault: 'function', errorType, errorMessage });
  // Only real time counts here, and loading the handler does not, as in Lambda.
  const post = (event: WorkerEvent): void => {
    timer = setTimeout(() => {
      isUsable = false;
      void thread.terminate();
      const seconds = (timeoutMs / 1000).toFixed(2);
      const errorMessage = `RequestId: ${event.requestId} Error: Task timed out after ${seconds} seconds`;
      options.log(`${errorMessage}\n`);
      end({ ok: false, fault: 'timeout', errorType: 'Sandbox.Timedout', errorMessage });
    }, timeoutMs);
    thread.postMessage(event);
  };
  const hear = (message: WorkerMessage): void => {
    if (message.kind === 'log') options.log(message.text);
    else if (message.kind === 'ready') {
      isReady = true;
      if (queued) post(queued);
    } else if (message.kind === 'answered') {
      end({ ok: true, payload: JSON.parse(message.payload) });
    } else {
      if (message.kind === 'unusable') isUsable = false;
      fail(message.errorType, message.errorMessage);
    }
  };

  thread.on('message', (message: unknown) => hear(workerMessage.parse(message)));
  thread.on('error', (error) => {
    isUsable = false;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    options.log(`ERROR\tUncaught Exception \t${JSON.stringify({ name, message })}\n`);
    fail(name, message);
  });
  thread.on('exit', () => {
    isUsable = false;
    fail('Runtime.ExitError', 'the function exited before it answered');
  });

  return {
    isUsable: () => isUsable,
    invoke(payload) {
      const event = { payload, requestId: randomUUID(), timeoutMs };
      return new Promise((resolve) => {
        settle = resolve;
        if (isReady) post(event);
        else queued = event;
      });
    },
    async stop() {
      isUsable = false;
      await thread.terminate();
    },
  };
}
