import { randomBytes } from 'node:crypto';
import { AWAITED_INVOKE, type Definition, type State } from '../definitions/definition.ts';
import type { Execution } from '../executions/execution-store.ts';
import { type HistoryEvent, stateEntered } from '../executions/history-events.ts';
import type { StatesStores } from '../executions/stores.ts';
import type { Position, Thread } from './thread.ts';
import { blockOf, stateIn } from './thread-scope.ts';

type NewThread = Pick<Thread, 'parentId' | 'path' | 'mapItem' | 'variables' | 'input'>;

/** Writes threads and history within one transaction, and remembers what has to be done once they are
 * kept. */
export class ThreadWrites {
  readonly written = new Map<number, Thread>();
  readonly removed = new Set<number>();
  statesEntered = 0;
  historyEvents = 0;
  readonly #stores: StatesStores;
  readonly #execution: Execution;
  // Read only when needed, so that an execution whose definition cannot be read can still be ended.
  readonly #definition: () => Definition;
  readonly nowMs: number;

  constructor(
    stores: StatesStores,
    execution: Execution,
    definition: () => Definition,
    nowMs: number,
  ) {
    this.#stores = stores;
    this.#execution = execution;
    this.#definition = definition;
    this.nowMs = nowMs;
  }

  record(event: HistoryEvent): void {
    const { arn } = this.#execution;
    this.historyEvents = this.#stores.history.append(arn, { ms: this.nowMs, ...event });
  }

  write(thread: Thread): void {
    this.written.set(thread.id, this.#stores.threads.replace(thread));
  }

  /** Moves a thread into a state of its block. */
  enter(thread: Thread, name: string, input: unknown): void {
    this.write({ ...thread, ...this.#entry(thread.path, name, input) });
  }

  insertEntered(thread: NewThread): void {
    const { StartAt } = blockOf(this.#definition(), thread.path);
    this.#insert(thread, this.#entry(thread.path, StartAt, thread.input));
  }

  insertQueued(thread: NewThread): void {
    const { StartAt } = blockOf(this.#definition(), thread.path);
    const position: Position = { phase: 'queued' };
    this.#insert(thread, { state: StartAt, enteredMs: this.nowMs, retries: [], position });
  }

  #insert(
    thread: NewThread,
    entry: Pick<Thread, 'state' | 'enteredMs' | 'retries' | 'position'>,
  ): void {
    const executionArn = this.#execution.arn;
    const inserted = this.#stores.threads.insert({ ...thread, executionArn, ...entry });
    this.written.set(inserted.id, inserted);
  }

  #entry(path: Thread['path'], name: string, input: unknown) {
    const state = stateIn(blockOf(this.#definition(), path), name);
    this.statesEntered += 1;
    this.record(stateEntered(name, state, input));
    const position = enteredPosition(state);
    return { state: name, input, enteredMs: this.nowMs, retries: [], position };
  }

  removeAll(): void {
    for (const thread of this.#stores.threads.ofExecution(this.#execution.arn)) this.remove(thread);
  }

  removeBelow(thread: Thread): void {
    for (const child of this.#stores.threads.childrenOf(thread.id)) {
      this.removeBelow(child);
      this.remove(child);
    }
  }

  remove(thread: Thread): void {
    this.#stores.threads.delete(thread.id);
    this.written.delete(thread.id);
    this.removed.add(thread.id);
  }

  stateOf(thread: Thread): State {
    return stateIn(blockOf(this.#definition(), thread.path), thread.state);
  }
}

export function isAwaited(state: State): boolean {
  return state.Type === 'Task' && state.Resource === AWAITED_INVOKE;
}

/** Each try of an awaited task has a token of its own. */
export function enteredPosition(state: State): Position {
  if (!isAwaited(state)) return { phase: 'entered' };
  return { phase: 'entered', token: randomBytes(96).toString('base64') };
}
