import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Activity, FunctionHost, InvokeResult, LocalClock } from '../ports.ts';
import type { Deployment } from '../template/deployment.ts';
import { readProperties, withoutEffect } from '../template/properties.ts';
import { type AsyncEvent, createAsyncStore } from './async-store.ts';
import { asyncFailureRecord } from './failure-record.ts';
import { functionName } from './mapping-properties.ts';
import type { Queues } from './queues/queues.ts';

/** Lambda's asynchronous invocation: the event is kept first, then tried until it is done. */
export interface AsyncInvoke {
  /** Takes a function's name or ARN; returns the request's id once the event is durable. */
  accept(function_: string, payload: unknown): string;
  /** What has been accepted and is neither done nor given up, for an operator. */
  pending(): readonly AsyncEvent[];
  start(): void;
  stop(): Promise<void>;
}

export interface AsyncInvokePorts {
  readonly database: DatabaseSync;
  readonly activity: Activity;
  readonly clock: LocalClock;
  readonly functions: FunctionHost;
  readonly queues: Pick<Queues, 'has' | 'send'>;
  readonly deployment: Pick<Deployment, 'ofType'>;
}

interface Rules {
  readonly retriesMax: number;
  readonly ageMaxMs: number;
  readonly onFailureArn?: string;
}

const configuration = z.strictObject({
  FunctionName: z.string(),
  Qualifier: withoutEffect,
  MaximumRetryAttempts: z.number().int().min(0).max(2).default(2),
  MaximumEventAgeInSeconds: z.number().int().min(60).max(21_600).default(21_600),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
});
const rulesByDefault: Rules = { retriesMax: 2, ageMaxMs: 21_600_000 };

// Lambda waits a minute before the first retry and two before the second; a throttled event comes
// back after a second at first and after five minutes at most.
const retryAfterMs = [60_000, 120_000];
const throttledAfterMs = 1_000;
const throttledAfterMsMax = 300_000;
const concurrencyMax = 20;

function readRules(ports: AsyncInvokePorts): Map<string, Rules> {
  const found = ports.deployment.ofType('AWS::Lambda::EventInvokeConfig').map((resource) => {
    const properties = readProperties(resource, configuration);
    const onFailureArn = properties.DestinationConfig?.OnFailure?.Destination;
    if (onFailureArn !== undefined && !ports.queues.has(onFailureArn)) {
      throw new Error(`${resource.path}: the local stack has no queue ${onFailureArn}`);
    }
    const rules: Rules = {
      retriesMax: properties.MaximumRetryAttempts,
      ageMaxMs: properties.MaximumEventAgeInSeconds * 1000,
      ...(onFailureArn !== undefined && { onFailureArn }),
    };
    return [functionName(properties.FunctionName), rules] as const;
  });
  return new Map(found);
}

export function createAsyncInvoke(ports: AsyncInvokePorts): AsyncInvoke {
  const { activity, clock } = ports;
  const rulesOf = readRules(ports);
  const store = createAsyncStore(ports.database);
  const running = new Map<string, Promise<void>>();
  let isRunning = false;
  let isTakeDue = false;
  let cancelAlarm = (): void => {};

  const attempt = async (event: AsyncEvent): Promise<void> => {
    const done = activity.begin(`asynchronous ${event.functionName}`);
    try {
      const rules = rulesOf.get(event.functionName) ?? rulesByDefault;
      const isOld = clock.now() - event.acceptedAt > rules.ageMaxMs;
      if (isOld) {
        giveUp(event, rules, { condition: 'EventAgeExceeded', invokeCount: event.attempts });
        return;
      }
      settle(event, rules, await ports.functions.invoke(event.functionName, event.payload));
    } finally {
      wake();
      done();
    }
  };

  const settle = (event: AsyncEvent, rules: Rules, result: InvokeResult): void => {
    if (result.ok) {
      store.delete(event.id);
      return;
    }
    const { attempts, throttles } = event;
    if (result.fault === 'throttled') {
      const waitMs = Math.min(throttledAfterMs * 2 ** throttles, throttledAfterMsMax);
      store.postpone(event.id, { attempts, throttles: throttles + 1, dueAt: clock.now() + waitMs });
    } else if (attempts < rules.retriesMax) {
      const dueAt = clock.now() + (retryAfterMs[attempts] ?? throttledAfterMsMax);
      store.postpone(event.id, { attempts: attempts + 1, throttles: 0, dueAt });
    } else {
      giveUp(event, rules, { condition: 'RetriesExhausted', invokeCount: attempts + 1, result });
    }
  };

  const giveUp = (
    { id, functionName: name, payload }: AsyncEvent,
    { onFailureArn }: Rules,
    why: Pick<Parameters<typeof asyncFailureRecord>[0], 'condition' | 'invokeCount' | 'result'>,
  ): void => {
    if (onFailureArn !== undefined) {
      const record = { requestId: id, functionName: name, payload, at: clock.now(), ...why };
      ports.queues.send(onFailureArn, JSON.stringify(asyncFailureRecord(record)));
    }
    store.delete(id);
  };

  const take = (): void => {
    // Stopped since it was woken, and the database may be closed already.
    if (!isRunning) return;
    const now = clock.now();
    for (const event of store.due(now)) {
      if (running.size >= concurrencyMax) break;
      if (running.has(event.id)) continue;
      running.set(
        event.id,
        attempt(event).finally(() => running.delete(event.id)),
      );
    }
    cancelAlarm();
    const next = store.nextDueAt(now);
    if (next !== undefined) {
      cancelAlarm = clock.at(next, 'asynchronous retry', async () => wake());
    }
  };

  const wake = (): void => {
    if (isTakeDue || !isRunning) return;
    isTakeDue = true;
    const done = activity.begin('asynchronous invocation');
    setImmediate(() => {
      isTakeDue = false;
      take();
      done();
    });
  };

  return {
    accept(function_, payload) {
      const id = randomUUID();
      store.add({ id, functionName: functionName(function_), payload, acceptedAt: clock.now() });
      wake();
      return id;
    },
    pending: () => store.list(),
    start() {
      isRunning = true;
      wake();
    },
    async stop() {
      isRunning = false;
      cancelAlarm();
      await Promise.all(running.values());
    },
  };
}
