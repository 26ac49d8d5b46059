import * as z from 'zod';

/** How a task, a wait or a set of branches came out. */
export const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string(), cause: z.string() }),
]);
export type Answer = z.infer<typeof Answer>;

const due = { dueMs: z.number().optional() };

/** Where a thread stands within its state. What follows from each is decided from what is stored
 * alone, so that a restart carries on from the last position written. */
export const Position = z.discriminatedUnion('phase', [
  // An iteration of a Map that MaxConcurrency holds back.
  z.object({ phase: z.literal('queued') }),
  // A task's token is made as its state is entered, so that its arguments can hold it.
  z.object({ phase: z.literal('entered'), token: z.string().optional() }),
  // The function was asked and had not answered: after a restart it is asked again.
  z.object({ phase: z.literal('invoking'), token: z.string().optional(), ...due }),
  z.object({ phase: z.literal('waiting'), token: z.string(), ...due }),
  z.object({ phase: z.literal('sleeping'), dueMs: z.number() }),
  z.object({ phase: z.literal('retrying'), dueMs: z.number() }),
  z.object({ phase: z.literal('joining') }),
  z.object({ phase: z.literal('answered'), answer: Answer }),
  z.object({ phase: z.literal('done'), output: z.unknown() }),
]);
export type Position = z.infer<typeof Position>;

/** One line of progress: the execution itself, or one branch or iteration inside it. Each stands in
 * exactly one state. `version` grows with each write, so that a late answer to an earlier position
 * finds that it was overtaken. */
export const Thread = z.object({
  id: z.number(),
  executionArn: z.string(),
  parentId: z.number().nullable(),
  version: z.number(),
  /** The states above it, outermost first, each with the number of the inner block. */
  path: z.array(z.object({ state: z.string(), block: z.number() })),
  mapItem: z.object({ Index: z.number(), Value: z.unknown() }).optional(),
  variables: z.record(z.string(), z.unknown()),
  state: z.string(),
  input: z.unknown(),
  enteredMs: z.number(),
  /** Retries since the state was entered, by rule. */
  retries: z.array(z.number()),
  position: Position,
});
export type Thread = z.infer<typeof Thread>;

/** The token that completes the thread's task, while it may still be completed. */
export function openToken(thread: Thread): string | undefined {
  const { position } = thread;
  return 'token' in position ? position.token : undefined;
}

export function dueOf(position: Position): number | undefined {
  return 'dueMs' in position ? position.dueMs : undefined;
}

/** Whether the thread goes on by itself; the others wait for time, a token, a function or branches. */
export function isRunnable({ position }: Thread): boolean {
  return position.phase === 'entered' || position.phase === 'answered';
}
