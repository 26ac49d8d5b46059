import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { InvokeResult } from '../ports.ts';
import { arn } from '../template/account.ts';
import type { FunctionDefinition } from './function-definition.ts';
import {
  type WorkerEvent,
  type WorkerMessage,
  type WorkerSettings,
  workerMessage,
} from './messages.ts';
import { isTooLarge, tooLarge } from './payload-limit.ts';

interface WorkerOptions {
  readonly definition: FunctionDefinition;
  readonly environment: Record<string, string>;
  readonly sharedOffset: Float64Array;
  log(text: string): void;
}

const threadFile = new URL('./worker.ts', import.meta.url);

/** One execution environment of a function: a thread that takes one event at a time. */
export class LambdaWorker {
  readonly #options: WorkerOptions;
  readonly #thread: Worker;
  #isUsable = true;
  #isReady = false;
  #queued: WorkerEvent | undefined;
  #settle: ((result: InvokeResult) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
    const { name, handlerFile, handlerExport } = options.definition;
    const settings: WorkerSettings = {
      functionArn: arn('lambda', `function:${name}`),
      handlerFile,
      handlerExport,
      sharedOffset: options.sharedOffset,
    };
    this.#thread = new Worker(threadFile, {
      env: options.environment,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      workerData: settings,
    });
    this.#thread.on('message', (message: unknown) => this.#hear(workerMessage.parse(message)));
    this.#thread.on('error', (error) => this.#die(error));
    this.#thread.on('exit', () => {
      this.#isUsable = false;
      this.#fail('Runtime.ExitError', 'the function exited before it answered');
    });
  }

  /** False once it has failed to load, been cut off or died; a new one must then be started. */
  isUsable(): boolean {
    return this.#isUsable;
  }

  invoke(payload: string): Promise<InvokeResult> {
    const { timeoutMs } = this.#options.definition;
    const event = { payload, requestId: randomUUID(), timeoutMs };
    return new Promise((resolve) => {
      this.#settle = resolve;
      if (this.#isReady) this.#post(event);
      else this.#queued = event;
    });
  }

  async stop(): Promise<void> {
    this.#isUsable = false;
    await this.#thread.terminate();
  }

  #hear(message: WorkerMessage): void {
    switch (message.kind) {
      case 'log':
        this.#options.log(message.text);
        break;
      case 'ready':
        this.#isReady = true;
        if (this.#queued) this.#post(this.#queued);
        break;
      case 'answered':
        this.#end(answerOf(message.payload));
        break;
      case 'unusable':
        this.#isUsable = false;
        this.#fail(message.errorType, message.errorMessage);
        break;
      case 'failed':
        this.#fail(message.errorType, message.errorMessage);
        break;
    }
  }

  // Only real time counts here, and loading the handler does not, as in Lambda.
  #post(event: WorkerEvent): void {
    this.#timer = setTimeout(() => this.#cutOff(event), event.timeoutMs);
    this.#thread.postMessage(event);
  }

  #cutOff({ requestId, timeoutMs }: WorkerEvent): void {
    this.#isUsable = false;
    void this.#thread.terminate();
    const seconds = (timeoutMs / 1000).toFixed(2);
    const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`;
    this.#options.log(`${errorMessage}\n`);
    this.#end({ ok: false, fault: 'timeout', errorType: 'Sandbox.Timedout', errorMessage });
  }

  #die(error: unknown): void {
    this.#isUsable = false;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    this.#options.log(`ERROR\tUncaught Exception \t${JSON.stringify({ name, message })}\n`);
    this.#fail(name, message);
  }

  #fail(errorType: string, errorMessage: string): void {
    this.#end({ ok: false, fault: 'function', errorType, errorMessage });
  }

  #end(result: InvokeResult): void {
    clearTimeout(this.#timer);
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.(result);
  }
}

function answerOf(payload: string): InvokeResult {
  return isTooLarge(payload) ? tooLarge('Response') : { ok: true, payload: JSON.parse(payload) };
}
