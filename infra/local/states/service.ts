import type { DatabaseSync } from 'node:sqlite';
import type { Activity, EventSink, FunctionHost, JsonService, LocalClock } from '../ports.ts';
import { loadDefinition } from './definitions/load-definition.ts';
import { Engine } from './engine.ts';
import { StatesStores } from './executions/stores.ts';
import { refused } from './json-answers.ts';
import { createOperations, type Machine } from './operations.ts';

export interface StatesService extends JsonService {
  /** Offers a state machine; what the interpreter does not run is named and thrown. */
  define(machine: MachineSource): void;
  /** Carries on with what was under way, once every machine is defined. */
  resume(): void;
  stop(): void;
  /** Forgets every execution and token. */
  wipe(): void;
  /** States entered and retries since the start of the process. */
  transitions(): number;
}

export interface MachineSource {
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
}

export interface StatesServiceParts {
  readonly database: DatabaseSync;
  readonly clock: LocalClock;
  readonly activity: Activity;
  readonly host: FunctionHost;
  readonly sink: EventSink;
  readonly accountId: string;
  readonly region: string;
}

/** Step Functions on one machine: the part of the Amazon States Language that the service uses, and
 * the calls that it makes. */
export function createStatesService(parts: StatesServiceParts): StatesService {
  const { database, clock, activity, host, sink, accountId, region } = parts;
  const stores = new StatesStores(database);
  const engine = new Engine({ stores, clock, activity, host, sink });
  const machines = new Map<string, Machine>();
  const executionArns = `arn:aws:states:${region}:${accountId}:execution`;
  let isStopped = false;
  const operations = createOperations({ stores, engine, clock, machines, executionArns });

  return {
    target: 'AWSStepFunctions',
    async handle(operation, body) {
      if (isStopped) return { status: 503, body: { __type: 'ServiceUnavailable' } };
      const run = operations.get(operation);
      if (run) return run(body);
      return refused('UnknownOperationException', `the local stack does not know ${operation}`);
    },
    define({ arn, name, definition }) {
      const { TimeoutSeconds } = loadDefinition(name, definition);
      const hash = stores.executions.keepDefinition(definition);
      machines.set(arn, { name, hash, timeoutSeconds: TimeoutSeconds });
    },
    resume: () => engine.resume(),
    stop() {
      isStopped = true;
      engine.stop();
    },
    wipe: () => engine.wipe(),
    transitions: () => engine.transitions,
  };
}
