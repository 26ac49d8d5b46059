import type { Activity, EventSink, FunctionHost, LocalClock } from '../ports.ts';
import { decideMove, type Move } from './decide-move.ts';
import type { Definition } from './definitions/definition.ts';
import { loadDefinition } from './definitions/load-definition.ts';
import { DueTimes } from './due-times.ts';
import type { Execution, NewExecution } from './executions/execution-store.ts';
import { statusEvent } from './executions/status-event.ts';
import type { StatesStores } from './executions/stores.ts';
import { invokeFunction } from './invoke-function.ts';
import { Progress } from './progress.ts';
import { asFailure } from './state-failure.ts';
import { type Answer, dueOf, isRunnable, openToken, type Thread } from './threads/thread.ts';
import { blockOf, scopeOf, stateIn } from './threads/thread-scope.ts';

type Call = Extract<Move, { kind: 'call' }>;

export interface EngineParts {
  readonly stores: StatesStores;
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly host: FunctionHost;
  readonly sink: EventSink;
}

/** Runs executions one move at a time: decide from what is stored, write, then do what was written.
 * A kill between any two of these loses nothing, because `resume` carries on from what is stored. */
export class Engine {
  readonly #parts: EngineParts;
  readonly #dueTimes: DueTimes;
  readonly #definitions = new Map<string, Definition>();
  #isStopped = false;
  #transitions = 0;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#dueTimes = new DueTimes(parts.clock);
  }

  /** States entered and retries, since the start of the process: what AWS bills. */
  get transitions(): number {
    return this.#transitions;
  }

  start(execution: NewExecution): void {
    const { stores } = this.#parts;
    const progress = stores.transaction(() => {
      stores.executions.insert(execution);
      const begun = this.#progressOf(this.#execution(execution.arn));
      begun.begin();
      return begun;
    });
    this.#announce(execution.arn);
    this.#armDeadline(this.#execution(execution.arn));
    this.#follow(execution.arn, progress);
  }

  /** Completes the task of a token: `closed` when it already was, `unknown` when it never existed. */
  answerToken(token: string, answer: Answer): 'accepted' | 'closed' | 'unknown' {
    const { threads } = this.#parts.stores;
    const id = threads.idOfToken(token);
    if (id === undefined) return 'unknown';
    const thread = threads.find(id);
    if (!thread || openToken(thread) !== token) return 'closed';
    this.#commit(thread, (progress) => progress.answer(thread, answer));
    return 'accepted';
  }

  /** Ends a running execution, whatever its threads are at. */
  end(
    arn: string,
    status: 'ABORTED' | 'TIMED_OUT' | 'FAILED',
    reason: { readonly error?: string; readonly cause?: string },
  ): void {
    const { stores } = this.#parts;
    if (this.#isStopped || stores.executions.find(arn)?.status !== 'RUNNING') return;
    const progress = stores.transaction(() => {
      const ending = this.#progressOf(this.#execution(arn));
      ending.end(status, reason);
      return ending;
    });
    this.#follow(arn, progress);
  }

  /** Carries on with everything that was under way when the process last ended. */
  resume(): void {
    const { executions, threads } = this.#parts.stores;
    for (const { arn } of executions.unannounced()) this.#announce(arn);
    for (const execution of executions.running()) {
      this.#armDeadline(execution);
      for (const thread of threads.ofExecution(execution.arn)) {
        this.#armDue(thread);
        if (isRunnable(thread) || thread.position.phase === 'invoking') this.#launch(thread);
      }
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#dueTimes.clear();
  }

  wipe(): void {
    this.#dueTimes.clear();
    this.#parts.stores.wipe();
  }

  async #step(thread: Thread): Promise<void> {
    const execution = this.#execution(thread.executionArn);
    const state = stateIn(blockOf(this.#definitionOf(execution), thread.path), thread.state);
    const scope = scopeOf(execution, thread, this.#parts.clock.now());
    const move = await decideMove(state, thread, scope);
    if (move.kind === 'call') return this.#call(thread, move);
    this.#commit(thread, (progress) => progress.move(thread, move));
  }

  async #call(thread: Thread, call: Call): Promise<void> {
    const asked =
      thread.position.phase === 'invoking'
        ? thread
        : this.#commit(thread, (progress) => progress.schedule(thread, call));
    if (!asked) return;
    const answer = await invokeFunction(this.#parts.host, call.functionName, call.payload);
    this.#commit(asked, (progress) => {
      if (call.isAwaited && answer.ok) progress.awaitToken(asked);
      else progress.answer(asked, answer);
    });
  }

  /** Writes in one transaction unless the thread has moved on since it was read, and then does what
   * was written. Gives the thread as it now stands, or undefined where nothing was written. */
  #commit(thread: Thread, write: (progress: Progress) => void): Thread | undefined {
    const { stores } = this.#parts;
    if (this.#isStopped) return undefined;
    const progress = stores.transaction(() => {
      if (stores.threads.find(thread.id)?.version !== thread.version) return undefined;
      const begun = this.#progressOf(this.#execution(thread.executionArn));
      write(begun);
      return begun;
    });
    if (!progress) return undefined;
    this.#follow(thread.executionArn, progress);
    return progress.writes.written.get(thread.id);
  }

  #follow(executionArn: string, progress: Progress): void {
    const { written, removed, statesEntered } = progress.writes;
    this.#transitions += statesEntered + progress.retries;
    for (const id of removed) this.#dueTimes.cancel(`thread ${id}`);
    for (const thread of written.values()) {
      this.#armDue(thread);
      if (isRunnable(thread)) this.#launch(thread);
    }
    if (!progress.isEnded) return;
    this.#dueTimes.cancel(`execution ${executionArn}`);
    this.#announce(executionArn);
  }

  #launch(thread: Thread): void {
    this.#inBackground(`${thread.state} of ${thread.executionArn}`, async () => {
      try {
        await this.#step(thread);
      } catch (fault) {
        const { error, cause } = asFailure(fault);
        this.end(thread.executionArn, 'FAILED', { error, cause });
      }
    });
  }

  #announce(arn: string): void {
    this.#inBackground(`status of ${arn}`, async () => {
      const { executions } = this.#parts.stores;
      const execution = this.#execution(arn);
      await this.#parts.sink.put('default', statusEvent(execution));
      if (!this.#isStopped) executions.markAnnounced(arn, execution.status);
    });
  }

  #inBackground(name: string, work: () => Promise<void>): void {
    const done = this.#parts.activity.begin(`states: ${name}`);
    void work()
      .catch((fault: unknown) => {
        // What fails while the stack closes is done again by the next `resume`.
        if (!this.#isStopped) throw fault;
      })
      .finally(done);
  }

  #armDue(thread: Thread): void {
    const key = `thread ${thread.id}`;
    const dueMs = dueOf(thread.position);
    if (dueMs === undefined) this.#dueTimes.cancel(key);
    else this.#dueTimes.arm(key, dueMs, () => this.#reachDue(thread));
  }

  #reachDue(thread: Thread): void {
    this.#commit(thread, (progress) => {
      const { phase } = thread.position;
      if (phase === 'retrying') progress.tryAgain(thread);
      else if (phase === 'sleeping') progress.answer(thread, { ok: true, result: null });
      else progress.answer(thread, { ok: false, error: 'States.Timeout', cause: 'no answer came' });
    });
  }

  #armDeadline({ arn, deadlineMs }: Execution): void {
    if (deadlineMs === null) return;
    this.#dueTimes.arm(`execution ${arn}`, deadlineMs, () => this.end(arn, 'TIMED_OUT', {}));
  }

  #progressOf(execution: Execution): Progress {
    const { stores, clock } = this.#parts;
    const definition = (): Definition => this.#definitionOf(execution);
    return new Progress(stores, execution, definition, clock.now());
  }

  #execution(arn: string): Execution {
    const execution = this.#parts.stores.executions.find(arn);
    if (!execution) throw new Error(`there is no execution ${arn}`);
    return execution;
  }

  #definitionOf(execution: Execution): Definition {
    const hash = execution.definition;
    const known = this.#definitions.get(hash);
    if (known) return known;
    const text = this.#parts.stores.executions.definition(hash);
    const definition = loadDefinition(execution.machineArn, text);
    this.#definitions.set(hash, definition);
    return definition;
  }
}
