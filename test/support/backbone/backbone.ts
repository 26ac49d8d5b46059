import { makeStores } from '#functions/make-ports.ts';
import { followChanges } from '#functions/workflow/follow-changes.ts';
import { hearSignal } from '#functions/workflow/hear-signal.ts';
import { doJourneyTask } from '#functions/workflow/journey-task.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { openCase } from '#shared/domain/case/open-case.ts';
import type { Step } from '#shared/domain/journey/steps.ts';
import {
  beginRound,
  openSteps,
  settleStep,
  type Workflow,
} from '#shared/domain/journey/workflow.ts';
import { ConcernState } from '#shared/domain/safeguarding/concern.ts';
import type { Change } from '#shared/lambda/stream-event.ts';
import { EventLog } from '#shared/stores/events/event-log.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import { Breaker } from './breaker.ts';
import { EngineDouble } from './engine-double.ts';
import { StreamedTable } from './streamed-table.ts';

const caseId = 'case000000000000000a';
const actor = { id: 'p-1', role: 'practitioner' };
// More rounds than any story of a test takes: reaching it means going in a circle.
const roundsMax = 60;

type Disorder = (changes: Change[]) => Change[];

/** One case with everything that keeps its machines in step with it, in memory: the real code over a
 * table, an engine and a bus that can be broken at any call. */
export class Backbone {
  readonly breaker = new Breaker();
  readonly table = new StreamedTable(this.breaker);
  readonly published: { type: string; detail: Readonly<Record<string, string | number>> }[] = [];
  readonly engine = new EngineDouble(this.breaker, () => this.#now());
  readonly ports;
  /** What the stream does to what it brings. */
  disorder: Disorder = (changes) => changes;
  #ms = Date.parse('2026-11-02T09:00:00Z');
  #owed: Change[] = [];
  #signals: string[] = [];
  #calls: object[] = [];

  constructor() {
    const stores = makeStores(this.table);
    this.ports = {
      ...stores,
      concerns: new EventLog(this.table, 'concern', ConcernState),
      council: councilNamed('example'),
      system: { now: () => this.#now(), newId: () => `id-${this.#ms}` },
      pseudonyms: keyedPseudonyms(async () => 'key'),
      engine: this.engine,
      bus: {
        publish: (type: string, detail: Readonly<Record<string, string | number>>) =>
          this.breaker.around(async () => {
            this.published.push({ type, detail });
          }),
      },
    };
  }

  advanceDays(days: number): void {
    this.#ms += days * 24 * 60 * 60 * 1000;
  }

  /** Each look at the clock is a millisecond later than the one before. */
  #now(): string {
    this.#ms += 1;
    return new Date(this.#ms).toISOString();
  }

  /** The case as its contact opened it. */
  async open(): Promise<void> {
    const contact = {
      caseId,
      personId: 'person00000000000000',
      about: 'adult',
      channel: 'web',
      isUrgent: false,
      receipt: 'ASC-0000-0000-0000',
    } as const;
    const contactId = 'contact0000000000000';
    const after = openCase({ contactId, contact, personId: contact.personId, team: 'front-door' });
    await this.#append('case-opened', after);
  }

  /** Records a verdict, as the command of that step does. */
  async decide(step: Step, verdict: string): Promise<void> {
    const last = await this.#last();
    const settled = settleStep(last.after.workflow, {
      step,
      // The tests name verdicts of their steps; a wrong one leads nowhere and fails in the engine.
      verdict: verdict as never,
      event: last.sequence + 1,
      by: actor.id,
      on: '2026-11-02',
    });
    if (!settled.accepted) throw new Error(`${step}/${verdict}: ${settled.refusal.detail}`);
    await this.change(() => settled.value);
  }

  /** Records something that leaves the workflow as the given function says. */
  async change(next: (workflow: Workflow) => Workflow): Promise<void> {
    const last = await this.#last();
    const workflow = next(last.after.workflow);
    await this.#append('case-allocated', { ...last.after, workflow });
  }

  async beginRound(machine: 'journey' | 'support-planning'): Promise<void> {
    await this.change((workflow) => beginRound(workflow, machine));
  }

  async close(): Promise<void> {
    const { after } = await this.#last();
    if (after.status === 'closed') throw new Error('closed already');
    await this.#append('case-closed', toClosed(after, '2026-11-02', 'nfa-other-reason'));
  }

  async #last() {
    const read = () => this.ports.cases.last(caseId);
    const last = await read().catch(read);
    if (!last) throw new Error('the case is not open');
    return last;
  }

  /** A person tries again until it is written: what was not acknowledged may be there already. */
  async #append(type: string, after: CaseState): Promise<void> {
    const read = () => this.ports.cases.last(caseId);
    const previous = await read().catch(read);
    const id = `event-${(previous?.sequence ?? 0) + 1}`;
    const at = this.#now();
    const event = { id, aggregateId: caseId, type, at, actor, request: null, body: {}, after };
    const append = () => this.ports.cases.append(previous, event);
    const result = await append().catch(append);
    if (!result.appended) throw new Error('not written');
  }

  /** Delivers what is under way, as often as it fails, until nothing is. */
  async settleDown(): Promise<void> {
    for (let round = 0; round < roundsMax; round += 1) {
      this.#owed.push(...this.disorder(this.table.takeChanges()));
      this.#signals.push(...this.engine.takeEnded());
      this.#calls.push(...this.engine.takeCalls());
      if (this.#owed.length + this.#signals.length + this.#calls.length === 0) return;
      await this.#deliver();
    }
    throw new Error('it never comes to rest');
  }

  async #deliver(): Promise<void> {
    const { batchItemFailures } = await followChanges(this.#owed, this.ports);
    const failed = batchItemFailures[0]?.itemIdentifier;
    const from = this.#owed.findIndex(({ sequenceNumber }) => sequenceNumber === failed);
    this.#owed = from < 0 ? [] : this.#owed.slice(from);
    this.#calls = await stillToDo(this.#calls, (call) => doJourneyTask(call, this.ports));
    this.#signals = await stillToDo(this.#signals, (execution) =>
      hearSignal({ kind: 'execution-lost', execution }, this.ports),
    );
  }

  reconcile(): Promise<void> {
    const signal = { kind: 'unsettled', owner: 'case', aggregateId: caseId } as const;
    return hearSignal({ ...signal, first: 1, last: 0 }, this.ports);
  }

  get queue() {
    return this.table.items.filter(({ sk }) => sk.startsWith('WORK#'));
  }

  get faults() {
    return this.table.items.filter(({ sk }) => sk.startsWith('FAULT#'));
  }

  /** Where everything stands, in a form that two histories can be compared by. */
  async standing() {
    const { after } = await this.#last();
    const tokens = this.queue.map((item) => String(item['token'])).sort();
    return {
      openSteps: openSteps(after.workflow).sort(),
      queue: this.queue.map(({ sk }) => sk.slice('WORK#'.length)).sort(),
      everyTaskCanBeSettled: tokens.every((token) => this.engine.openTokens.includes(token)),
      everyWaitIsATask: this.engine.openTokens.every((token) => tokens.includes(token)),
      machines: this.engine.live.map((name) => name.split('_')[2]).sort(),
      running: [...after.workflow.running].sort(),
    };
  }
}

async function stillToDo<T>(work: readonly T[], act: (each: T) => Promise<unknown>): Promise<T[]> {
  const failed: T[] = [];
  for (const each of work) await act(each).catch(() => failed.push(each));
  return failed;
}
