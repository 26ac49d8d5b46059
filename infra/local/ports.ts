/** What the parts of the local stack may ask of each other. Only `stack.ts` joins real parts. */

/** Work under way, by name, so that "wait until all is idle" is a question with an answer. */
export interface Activity {
  /** Counts one piece of work as under way until the returned function is called. */
  begin(name: string): () => void;
  /** Resolves when nothing is under way; rejects after the limit, naming what still runs. */
  whenIdle(limitMs?: number): Promise<void>;
}

/** The local time: the machine's clock plus an offset that only ever grows. */
export interface LocalClock {
  /** Milliseconds since the epoch, in local-stack time. */
  now(): number;
  /** Calls `run` once local time reaches `instant`; the returned function cancels it. */
  at(instant: number, name: string, run: () => Promise<void>): () => void;
  /** Goes to each due instant in turn, waiting for idleness at each, and ends at `instant`. */
  advanceTo(instant: number): Promise<void>;
  /** The offset in milliseconds as a shared Float64Array of one element, for worker threads. */
  readonly sharedOffset: Float64Array;
}

export type InvokeResult =
  | { readonly ok: true; readonly payload: unknown }
  | {
      readonly ok: false;
      /** `function`: the handler threw; `timeout`: cut off; `throttled`: no capacity was left. */
      readonly fault: 'function' | 'timeout' | 'throttled';
      readonly errorType: string;
      readonly errorMessage: string;
    };

/** Invokes a deployed function and waits for its answer (Lambda's RequestResponse). */
export interface FunctionHost {
  invoke(functionName: string, payload: unknown): Promise<InvokeResult>;
}

/** Accepts an event onto the account's default or custom bus (EventBridge's PutEvents). */
export interface EventSink {
  put(busName: string, event: BusEvent): Promise<void>;
}

export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: unknown;
  readonly resources?: readonly string[];
}

/** One service behind the AWS JSON protocol; `operation` is what follows the dot of X-Amz-Target. */
export interface JsonService {
  /** The part of X-Amz-Target before the dot, such as `AWSStepFunctions`. */
  readonly target: string;
  handle(operation: string, body: unknown): Promise<JsonAnswer>;
}

export interface JsonAnswer {
  readonly status: number;
  /** For an error: `{ __type, message }`, as the SDK reads it. */
  readonly body: unknown;
}
