import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Activity, FunctionHost, LocalClock } from '../../ports.ts';
import { arn } from '../../template/account.ts';
import type { Deployment } from '../../template/deployment.ts';
import { readProperties, withoutEffect } from '../../template/properties.ts';
import { readQueueMappings } from '../mapping-properties.ts';
import { createConsumer, type QueueConsumer } from './queue-consumer.ts';
import { createQueueStore, type StoredMessage } from './queue-store.ts';

/** A queue of the template. */
export interface LocalQueue {
  readonly arn: string;
  readonly visibilityMs: number;
  readonly retentionMs: number;
  readonly delayMs: number;
  readonly redrive?: { readonly deadLetterArn: string; readonly receivesMax: number };
}

/** The template's queues, kept on disk, and the functions that read them. */
export interface Queues {
  has(queueArn: string): boolean;
  /** Keeps the message and returns its id; it is durable when this returns. */
  send(queueArn: string, body: string, attributes?: Readonly<Record<string, string>>): string;
  /** What lies in a queue, oldest first, received messages included. */
  messages(queueArn: string): readonly StoredMessage[];
  /** Every queue with how many messages it holds, for an operator. */
  list(): readonly { readonly arn: string; readonly name: string; readonly messages: number }[];
  /** Sends what lies in a dead-letter queue back to where it came from. */
  redrive(deadLetterArn: string): number;
  start(): void;
  stop(): Promise<void>;
}

const queueProperties = z.strictObject({
  QueueName: withoutEffect,
  VisibilityTimeout: z.number().int().min(0).max(43_200).default(30),
  MessageRetentionPeriod: z.number().int().min(60).max(1_209_600).default(345_600),
  DelaySeconds: z.number().int().min(0).max(900).default(0),
  RedrivePolicy: z
    .strictObject({
      deadLetterTargetArn: z.string(),
      maxReceiveCount: z.coerce.number().int().min(1).max(1000),
    })
    .optional(),
  RedriveAllowPolicy: withoutEffect,
  ReceiveMessageWaitTimeSeconds: withoutEffect,
  KmsMasterKeyId: withoutEffect,
  KmsDataKeyReusePeriodSeconds: withoutEffect,
  SqsManagedSseEnabled: withoutEffect,
  Tags: withoutEffect,
});

function readQueues(deployment: Pick<Deployment, 'ofType'>): Map<string, LocalQueue> {
  const queues = deployment.ofType('AWS::SQS::Queue').map((resource): LocalQueue => {
    const properties = readProperties(resource, queueProperties);
    const redrive = properties.RedrivePolicy;
    return {
      arn: arn('sqs', resource.name),
      visibilityMs: properties.VisibilityTimeout * 1000,
      retentionMs: properties.MessageRetentionPeriod * 1000,
      delayMs: properties.DelaySeconds * 1000,
      ...(redrive && {
        redrive: {
          deadLetterArn: redrive.deadLetterTargetArn,
          receivesMax: redrive.maxReceiveCount,
        },
      }),
    };
  });
  const byArn = new Map(queues.map((queue) => [queue.arn, queue]));
  for (const { arn: queueArn, redrive } of queues) {
    if (redrive && !byArn.has(redrive.deadLetterArn)) {
      throw new Error(`${queueArn}: the local stack has no queue ${redrive.deadLetterArn}`);
    }
  }
  return byArn;
}

export interface QueuePorts {
  readonly database: DatabaseSync;
  readonly activity: Activity;
  readonly clock: LocalClock;
  readonly functions: FunctionHost;
  readonly deployment: Pick<Deployment, 'ofType'>;
}

export function createQueues(ports: QueuePorts): Queues {
  const { clock } = ports;
  const queues = readQueues(ports.deployment);
  const store = createQueueStore(ports.database);
  const queueOf = (queueArn: string): LocalQueue => {
    const queue = queues.get(queueArn);
    if (!queue) throw new Error(`the local stack has no queue ${queueArn}`);
    return queue;
  };

  const consumers = new Map<string, QueueConsumer>();
  const moveTo = (deadLetterArn: string, message: StoredMessage): void => {
    store.move(message.id, deadLetterArn, clock.now());
    consumers.get(deadLetterArn)?.wake();
  };
  for (const mapping of readQueueMappings(ports.deployment)) {
    if (!mapping.isEnabled) continue;
    const queue = queueOf(mapping.sourceArn);
    if (consumers.has(queue.arn)) throw new Error(`${mapping.path}: ${queue.arn} has two readers`);
    consumers.set(queue.arn, createConsumer({ ...ports, store, queue, mapping, moveTo }));
  }

  const messages = (queueArn: string): readonly StoredMessage[] => {
    store.deleteSentBefore(queueArn, clock.now() - queueOf(queueArn).retentionMs);
    return store.list(queueArn);
  };

  return {
    messages,
    has: (queueArn) => queues.has(queueArn),
    send(queueArn, body, attributes = {}) {
      const { delayMs } = queueOf(queueArn);
      const sentAt = clock.now();
      const visibleAt = sentAt + delayMs;
      const id = store.add(queueArn, { body, attributes, sentAt, visibleAt });
      consumers.get(queueArn)?.wake();
      return id;
    },
    list: () =>
      [...queues.keys()].map((queueArn) => ({
        arn: queueArn,
        name: queueArn.split(':').at(-1) ?? queueArn,
        messages: messages(queueArn).length,
      })),
    redrive(deadLetterArn) {
      const sources = [...queues.values()].filter(
        ({ redrive }) => redrive?.deadLetterArn === deadLetterArn,
      );
      const [source] = sources;
      if (!source || sources.length > 1) {
        throw new Error(`${deadLetterArn} is not the dead-letter queue of exactly one queue`);
      }
      const waiting = messages(deadLetterArn);
      for (const message of waiting) moveTo(source.arn, message);
      return waiting.length;
    },
    start() {
      store.showReceived(clock.now());
      for (const consumer of consumers.values()) consumer.start();
    },
    async stop() {
      await Promise.all([...consumers.values()].map((consumer) => consumer.stop()));
    },
  };
}
