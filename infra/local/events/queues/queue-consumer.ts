import { createHash } from 'node:crypto';
import type { Activity, FunctionHost, LocalClock } from '../../ports.ts';
import { account } from '../../template/account.ts';
import { failedItems } from '../batch-answer.ts';
import type { QueueMapping } from '../mapping-properties.ts';
import type { QueueStore, StoredMessage } from './queue-store.ts';
import type { LocalQueue } from './queues.ts';

/** Brings a queue's messages to one function. What it does not manage stays hidden until its
 * visibility timeout has passed on the local clock, and goes to the dead-letter queue when it has
 * been received too often. */
export interface QueueConsumer {
  /** To be called when a message came; from here on it counts as under way. */
  wake(): void;
  start(): void;
  stop(): Promise<void>;
}

interface ConsumerPorts {
  readonly activity: Activity;
  readonly clock: LocalClock;
  readonly functions: FunctionHost;
  readonly store: QueueStore;
  readonly queue: LocalQueue;
  readonly mapping: QueueMapping;
  moveTo(deadLetterArn: string, message: StoredMessage): void;
}

export function createConsumer(ports: ConsumerPorts): QueueConsumer {
  const { activity, clock, store, queue, mapping } = ports;
  const name = `queue to ${mapping.functionName}`;
  const batches = new Set<Promise<void>>();
  let isRunning = false;
  let isTakeDue = false;
  let cancelAlarm = (): void => {};

  const deliver = async (batch: readonly StoredMessage[]): Promise<void> => {
    const done = activity.begin(name);
    try {
      const failed = await failedIn(batch, ports);
      for (const { id } of batch) if (!failed.has(id)) store.delete(id);
    } finally {
      // First what follows, then the end of this, so that no idle moment lies between.
      wake();
      done();
    }
  };

  /** Receives once, and puts aside what has been received too often. */
  const receive = (now: number): { wasEmpty: boolean; batch: readonly StoredMessage[] } => {
    const until = now + queue.visibilityMs;
    const received = store.receive(queue.arn, { now, limit: mapping.batchSize, until });
    const { redrive } = queue;
    const batch: StoredMessage[] = [];
    for (const message of received) {
      const isSpent = redrive !== undefined && message.receiveCount > redrive.receivesMax;
      if (isSpent) ports.moveTo(redrive.deadLetterArn, message);
      else batch.push(message);
    }
    return { wasEmpty: received.length === 0, batch };
  };

  const take = (): void => {
    // Stopped since it was woken, and the database may be closed already.
    if (!isRunning) return;
    const now = clock.now();
    store.deleteSentBefore(queue.arn, now - queue.retentionMs);
    while (batches.size < mapping.concurrencyMax) {
      const { wasEmpty, batch } = receive(now);
      if (wasEmpty) break;
      if (batch.length === 0) continue;
      const delivery = deliver(batch).finally(() => {
        batches.delete(delivery);
      });
      batches.add(delivery);
    }
    armAlarm(now);
  };
  const armAlarm = (now: number): void => {
    cancelAlarm();
    const next = store.nextVisibleAt(queue.arn, now);
    if (next === undefined) return;
    cancelAlarm = clock.at(next, name, async () => wake());
  };

  /** A turn of the loop later, so that messages sent together make one batch. */
  const wake = (): void => {
    if (isTakeDue || !isRunning) return;
    isTakeDue = true;
    const done = activity.begin(name);
    setImmediate(() => {
      isTakeDue = false;
      take();
      done();
    });
  };

  return {
    wake,
    start() {
      isRunning = true;
      wake();
    },
    async stop() {
      isRunning = false;
      cancelAlarm();
      await Promise.all(batches);
    },
  };
}

async function failedIn(
  batch: readonly StoredMessage[],
  { mapping, functions }: ConsumerPorts,
): Promise<ReadonlySet<string>> {
  const records = batch.map((message) => toRecord(message, mapping.sourceArn));
  // A message that the filters turn away counts as done.
  const wanted = records.filter((record) => mapping.accepts(forFilter(record)));
  if (wanted.length === 0) return new Set();
  const ids = wanted.map(({ messageId }) => messageId);
  const result = await functions.invoke(mapping.functionName, { Records: wanted });
  return failedItems(result, ids, mapping.reportsItemFailures);
}

function toRecord(message: StoredMessage, queueArn: string) {
  const { id, body, attributes, sentAt, firstReceivedAt, receiveCount } = message;
  return {
    messageId: id,
    receiptHandle: `${id}#${receiveCount}`,
    body,
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      SentTimestamp: String(sentAt),
      SenderId: account.id,
      ApproximateFirstReceiveTimestamp: String(firstReceivedAt ?? sentAt),
    },
    messageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name,
        { stringValue: value, stringListValues: [], binaryListValues: [], dataType: 'String' },
      ]),
    ),
    md5OfBody: createHash('md5').update(body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: account.region,
  };
}

/** Filters of a queue look into the body as JSON where it is JSON. */
function forFilter(record: ReturnType<typeof toRecord>): unknown {
  try {
    return { ...record, body: JSON.parse(record.body) };
  } catch {
    return record;
  }
}
