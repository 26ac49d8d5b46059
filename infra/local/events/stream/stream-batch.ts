import type { FunctionHost, InvokeResult } from '../../ports.ts';
import { arn } from '../../template/account.ts';
import { failedItems } from '../batch-answer.ts';
import type { StreamMapping } from '../mapping-properties.ts';
import type { StreamEventRecord } from './stream-event.ts';

/** A record on its way to the function. */
export interface DueRecord {
  readonly shardId: string;
  readonly sequence: string;
  /** The value that keeps its place in the order: the item's partition key. */
  readonly partition: string;
  /** Local time. */
  readonly arrivedAt: number;
  readonly event: StreamEventRecord;
}

export interface BatchPorts {
  readonly mapping: StreamMapping;
  readonly functions: FunctionHost;
  readonly now: () => number;
  readonly newId: () => string;
  readonly isStopped: () => boolean;
  /** Waits before another attempt. */
  backOff(attempts: number): Promise<void>;
  /** Puts the pointer to what was given up where the mapping says. */
  sendToFailures(record: unknown): void;
}

type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

/** Brings one batch to the function by the rules of a stream: what fails is tried again before what
 * comes after it, halves are tried apart where the mapping bisects, and what is too old or was tried
 * too often is given up. Throttling is not the records' fault and costs them no attempt. */
export async function deliverBatch(
  ports: BatchPorts,
  batch: readonly DueRecord[],
  retriesBefore = 0,
): Promise<void> {
  const { mapping } = ports;
  let left = batch;
  let retries = retriesBefore;
  for (let attempts = 1; ; attempts += 1) {
    left = giveUpOld(ports, left, attempts);
    if (left.length === 0 || ports.isStopped()) return;
    const Records = left.map(({ event }) => event);
    const result = await ports.functions.invoke(mapping.functionName, { Records });
    const sequences = left.map(({ sequence }) => sequence);
    const failed = failedItems(result, sequences, mapping.reportsItemFailures);
    const firstFailed = left.findIndex(({ sequence }) => failed.has(sequence));
    if (firstFailed < 0) return;

    left = left.slice(firstFailed);
    const wasReached = result.ok || result.fault !== 'throttled';
    if (wasReached && mapping.bisects && firstFailed === 0 && left.length > 1) {
      const middle = Math.ceil(left.length / 2);
      await deliverBatch(ports, left.slice(0, middle), retries);
      await deliverBatch(ports, left.slice(middle), retries);
      return;
    }
    if (wasReached) retries += 1;
    if (retries > mapping.retriesMax) {
      giveUp(ports, left, { condition: 'RetryAttemptsExhausted', attempts, result });
      return;
    }
    await ports.backOff(attempts);
  }
}

function giveUpOld(
  ports: BatchPorts,
  batch: readonly DueRecord[],
  attempts: number,
): readonly DueRecord[] {
  const isOld = ({ arrivedAt }: DueRecord): boolean =>
    ports.now() - arrivedAt > ports.mapping.ageMaxMs;
  const old = batch.filter(isOld);
  if (old.length === 0) return batch;
  giveUp(ports, old, { condition: 'RecordAgeExceeded', attempts: attempts - 1 });
  return batch.filter((record) => !isOld(record));
}

/** The message holds a pointer into the stream, not the records, as AWS sends it. */
function giveUp(
  ports: BatchPorts,
  batch: readonly DueRecord[],
  why: { condition: Condition; attempts: number; result?: InvokeResult },
): void {
  const [first] = batch;
  const last = batch.at(-1);
  if (!first || !last) return;
  const { mapping } = ports;
  ports.sendToFailures({
    requestContext: {
      requestId: ports.newId(),
      functionArn: arn('lambda', `function:${mapping.functionName}`),
      condition: why.condition,
      approximateInvokeCount: why.attempts,
    },
    ...(why.result && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: why.result.ok ? null : 'Unhandled',
      },
    }),
    version: '1.0',
    timestamp: new Date(ports.now()).toISOString(),
    DDBStreamBatchInfo: {
      shardId: first.shardId,
      startSequenceNumber: first.sequence,
      endSequenceNumber: last.sequence,
      approximateArrivalOfFirstRecord: new Date(first.arrivedAt).toISOString(),
      approximateArrivalOfLastRecord: new Date(last.arrivedAt).toISOString(),
      batchSize: batch.length,
      streamArn: mapping.sourceArn,
    },
  });
}
