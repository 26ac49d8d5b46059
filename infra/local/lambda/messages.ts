import * as z from 'zod';

/** What a function's thread is told when it starts. */
export interface WorkerSettings {
  readonly functionArn: string;
  readonly handlerFile: string;
  readonly handlerExport: string;
  readonly sharedOffset: Float64Array;
}

/** One event for the thread. `payload` is JSON text, as it travels to a real function. */
export interface WorkerEvent {
  readonly payload: string;
  readonly requestId: string;
  readonly timeoutMs: number;
}

const failure = z.strictObject({ errorType: z.string(), errorMessage: z.string() });

/** What the thread says: a piece of log, that it has loaded, or how the event ended. */
export const workerMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('log'), text: z.string() }),
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('unusable'), ...failure.shape }),
  z.strictObject({ kind: z.literal('answered'), payload: z.string() }),
  z.strictObject({ kind: z.literal('failed'), ...failure.shape }),
]);
export type WorkerMessage = z.infer<typeof workerMessage>;
