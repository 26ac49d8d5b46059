import type { InnerStart, Move } from './decide-move.ts';
import type { Definition } from './definitions/definition.ts';
import type { Execution, ExecutionStatus } from './executions/execution-store.ts';
import * as happened from './executions/history-events.ts';
import type { StatesStores } from './executions/stores.ts';
import type { StateFailure } from './state-failure.ts';
import type { Answer, Thread } from './threads/thread.ts';
import { enteredPosition, isAwaited, ThreadWrites } from './threads/thread-writes.ts';

type Call = Extract<Move, { kind: 'call' }>;

// AWS fails an execution whose history grows beyond this.
const HISTORY_EVENTS_MAX = 25_000;

/** What one step means for an execution, written within one transaction. */
export class Progress {
  isEnded = false;
  retries = 0;
  readonly writes: ThreadWrites;
  readonly #stores: StatesStores;
  readonly #execution: Execution;

  constructor(
    stores: StatesStores,
    execution: Execution,
    definition: () => Definition,
    nowMs: number,
  ) {
    this.writes = new ThreadWrites(stores, execution, definition, nowMs);
    this.#stores = stores;
    this.#execution = execution;
  }

  begin(): void {
    const input: unknown = JSON.parse(this.#execution.input);
    this.writes.record(happened.executionStarted(this.#execution.input));
    this.writes.insertEntered({ parentId: null, path: [], variables: {}, input });
  }

  move(thread: Thread, move: Exclude<Move, Call>): void {
    switch (move.kind) {
      case 'go':
        this.#go(thread, move);
        break;
      case 'sleep':
        this.writes.write({ ...thread, position: { phase: 'sleeping', dueMs: move.untilMs } });
        break;
      case 'fork':
        this.#fork(thread, move.starts, move.concurrency);
        break;
      case 'retry':
        this.#recordFailure(thread, move.failure);
        this.#retry(thread, move);
        break;
      case 'fail':
        this.#recordFailure(thread, move.failure);
        this.#fail(thread, move.failure);
        break;
    }
  }

  /** The function is about to be asked. */
  schedule(thread: Thread, call: Call): void {
    const { position } = thread;
    if (position.phase !== 'entered') throw new Error('only an entered task is scheduled');
    const resource = this.#resourceOf(thread);
    this.writes.record(happened.taskScheduled(resource, call.functionName, call.payload));
    const { timeoutMs } = call;
    const due = timeoutMs === undefined ? {} : { dueMs: this.writes.nowMs + timeoutMs };
    this.writes.write({ ...thread, position: { ...position, phase: 'invoking', ...due } });
  }

  /** The function took the token: now somebody else completes the task. */
  awaitToken(thread: Thread): void {
    const { position } = thread;
    if (position.phase !== 'invoking' || position.token === undefined) return;
    this.writes.record(happened.taskSubmitted(this.#resourceOf(thread)));
    const waiting = { ...position, phase: 'waiting', token: position.token } as const;
    this.writes.write({ ...thread, position: waiting });
  }

  answer(thread: Thread, answer: Answer): void {
    const { phase } = thread.position;
    if (phase === 'invoking' || phase === 'waiting') {
      this.writes.record(happened.taskAnswered(this.#resourceOf(thread), answer));
    }
    this.writes.write({ ...thread, position: { phase: 'answered', answer } });
  }

  /** After a retry's delay: a new token, the same entry. */
  tryAgain(thread: Thread): void {
    this.writes.write({ ...thread, position: enteredPosition(this.writes.stateOf(thread)) });
  }

  end(
    status: Exclude<ExecutionStatus, 'RUNNING'>,
    outcome: { readonly output?: string; readonly error?: string; readonly cause?: string },
  ): void {
    const { output = null, error = null, cause = null } = outcome;
    const stopMs = this.writes.nowMs;
    this.writes.record(happened.executionEnded(status, { ...outcome }));
    const { arn } = this.#execution;
    this.#stores.executions.end({ arn, status, stopMs, output, error, cause });
    this.writes.removeAll();
    this.isEnded = true;
  }

  #go(thread: Thread, { to, output, variables }: Extract<Move, { kind: 'go' }>): void {
    const state = this.writes.stateOf(thread);
    this.writes.record(happened.stateExited(thread.state, state, output));
    if (this.writes.historyEvents >= HISTORY_EVENTS_MAX) {
      const cause = `the history has reached ${HISTORY_EVENTS_MAX} events`;
      this.end('FAILED', { error: 'States.Runtime', cause });
    } else if (to === undefined) this.#finish(thread, output);
    else this.writes.enter({ ...thread, variables: { ...variables } }, to, output);
  }

  #retry(thread: Thread, { rule, delayMs }: Extract<Move, { kind: 'retry' }>): void {
    this.retries += 1;
    const rules = Math.max(thread.retries.length, rule + 1);
    const retries = Array.from({ length: rules }, (_, index) => thread.retries[index] ?? 0);
    retries[rule] = (retries[rule] ?? 0) + 1;
    const dueMs = this.writes.nowMs + delayMs;
    this.writes.write({ ...thread, retries, position: { phase: 'retrying', dueMs } });
  }

  #fork(thread: Thread, starts: readonly InnerStart[], concurrency: number): void {
    this.writes.write({ ...thread, position: { phase: 'joining' } });
    for (const [index, { block, input, mapItem = thread.mapItem }] of starts.entries()) {
      const path = [...thread.path, { state: thread.state, block }];
      const { variables } = thread;
      const inner = { parentId: thread.id, path, variables, input, ...(mapItem && { mapItem }) };
      if (concurrency > 0 && index >= concurrency) this.writes.insertQueued(inner);
      else this.writes.insertEntered(inner);
    }
    if (starts.length === 0) this.#join(thread.id, []);
  }

  /** A thread came to its end: the execution succeeds, or its Parallel or Map waits for the others. */
  #finish(thread: Thread, output: unknown): void {
    if (thread.parentId === null) {
      this.end('SUCCEEDED', { output: JSON.stringify(output) });
      return;
    }
    this.writes.write({ ...thread, position: { phase: 'done', output } });
    const siblings = this.#stores.threads.childrenOf(thread.parentId);
    const queued = siblings.find(({ position }) => position.phase === 'queued');
    if (queued) this.writes.enter(queued, queued.state, queued.input);
    const outputs = siblings.flatMap(({ position }) =>
      position.phase === 'done' ? [position.output] : [],
    );
    if (outputs.length === siblings.length) this.#join(thread.parentId, outputs);
  }

  #join(parentId: number, outputs: readonly unknown[]): void {
    const parent = this.#parentOf(parentId);
    this.writes.removeBelow(parent);
    this.answer(parent, { ok: true, result: outputs });
  }

  /** A failure that its own state does not recover ends the block, and the blocks beside it. */
  #fail(thread: Thread, { error, cause }: StateFailure): void {
    if (thread.parentId === null) {
      this.end('FAILED', { error, cause });
      return;
    }
    const parent = this.#parentOf(thread.parentId);
    this.writes.removeBelow(parent);
    this.answer(parent, { ok: false, error, cause });
  }

  #parentOf(id: number): Thread {
    const parent = this.#stores.threads.find(id);
    if (!parent) throw new Error('a branch lost the state that holds it');
    return parent;
  }

  #resourceOf(thread: Thread): string {
    return isAwaited(this.writes.stateOf(thread)) ? 'invoke.waitForTaskToken' : 'invoke';
  }

  #recordFailure(thread: Thread, { error, cause }: StateFailure): void {
    if (error !== 'States.QueryEvaluationError') return;
    this.writes.record(happened.evaluationFailed(thread.state, error, cause));
  }
}
