import { destinationOf, machineStarts } from '#shared/domain/journey/moves.ts';
import type { Machine, Step } from '#shared/domain/journey/steps.ts';
import type { WorkflowEngine } from '#shared/gateways/workflow-engine.ts';
import type { Breaker } from './breaker.ts';

interface Run {
  readonly name: string;
  readonly input: object;
  isLive: boolean;
}

interface Wait {
  readonly run: Run;
  readonly step: Step;
  readonly token: string;
  isOpen: boolean;
}

/** Step Functions in memory: runs walk the domain's own moves, whose equality with the machines' edges
 * has a test of its own. What it would call or tell is kept until the test lets it go. */
export class EngineDouble implements WorkflowEngine {
  readonly #runs = new Map<string, Run>();
  readonly #breaker: Breaker;
  readonly #now: () => string;
  #waits: Wait[] = [];
  #calls: object[] = [];
  #ended: string[] = [];
  #tokens = 0;
  /** Runs that end as soon as they begin. */
  isBroken = false;

  constructor(breaker: Breaker, now: () => string) {
    this.#breaker = breaker;
    this.#now = now;
  }

  /** The names of the runs that go on. */
  get live(): string[] {
    return [...this.#runs.values()].filter(({ isLive }) => isLive).map(({ name }) => name);
  }

  /** All runs that there ever were. */
  get started(): number {
    return this.#runs.size;
  }

  /** The tokens under which somebody waits. */
  get openTokens(): string[] {
    return this.#waits.filter(({ isOpen }) => isOpen).map(({ token }) => token);
  }

  /** The calls to journey-tasks that are due. */
  takeCalls(): object[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }

  /** The names of runs that failed or were stopped, as the bus tells them. */
  takeEnded(): string[] {
    const ended = this.#ended;
    this.#ended = [];
    return ended;
  }

  /** Everything is lost without a word. */
  wipe(): void {
    this.#runs.clear();
    this.#waits = [];
    this.#calls = [];
  }

  fail(name: string): void {
    this.#end(name);
  }

  start(machine: Machine, name: string, input: object): Promise<'running' | 'ended'> {
    return this.#breaker.around(async () => {
      const known = this.#runs.get(name);
      if (known) return known.isLive ? 'running' : 'ended';
      const run: Run = { name, input, isLive: true };
      this.#runs.set(name, run);
      if (this.isBroken) this.#end(name);
      else for (const step of machineStarts[machine]) this.#enter(run, step);
      return 'running';
    });
  }

  settle(token: string, output: { verdict: string }): Promise<'settled' | 'gone'> {
    return this.#breaker.around(async () => {
      const wait = this.#waits.find((each) => each.token === token);
      if (!wait?.isOpen) return 'gone';
      wait.isOpen = false;
      const next = destinationOf(wait.step, output.verdict);
      if (next === undefined) throw new Error(`${wait.step} has no verdict ${output.verdict}`);
      if (next !== 'end') this.#enter(wait.run, next);
      else if (!this.#waits.some(({ run, isOpen }) => run === wait.run && isOpen)) {
        wait.run.isLive = false;
      }
      return 'settled';
    });
  }

  stop(_machine: Machine, name: string): Promise<void> {
    return this.#breaker.around(async () => this.#end(name));
  }

  /** A wait reaches its time limit and is entered again. */
  timeOut(step: Step): void {
    const wait = this.#waits.find((each) => each.isOpen && each.step === step);
    if (!wait) throw new Error(`nobody waits at ${step}`);
    wait.isOpen = false;
    this.#enter(wait.run, step);
  }

  #end(name: string): void {
    const run = this.#runs.get(name);
    if (!run?.isLive) return;
    run.isLive = false;
    for (const wait of this.#waits) if (wait.run === run) wait.isOpen = false;
    this.#ended.push(name);
  }

  #enter(run: Run, step: Step): void {
    this.#tokens += 1;
    const token = `token-${this.#tokens}`;
    this.#waits.push({ run, step, token, isOpen: true });
    this.#calls.push({
      contract: 1,
      task: 'open-wait',
      step,
      token,
      execution: run.name,
      enteredAt: this.#now(),
      retry: 0,
      ...openingOf(run.input),
    });
  }
}

/** As the machines hand on their input: all of it but its own contract number. */
function openingOf(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'contract'));
}
