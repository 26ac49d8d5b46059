import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../../../seeded-random.ts';
import type { Activity, FunctionHost, LocalClock } from '../../ports.ts';
import type { LocalTable } from '../../table/create-tables.ts';
import { createStreamReader, latestStreamArn, type ReadRecord } from '../../table/stream-reader.ts';
import type { Deployment } from '../../template/deployment.ts';
import { readStreamMappings, type StreamMapping } from '../mapping-properties.ts';
import type { Queues } from '../queues/queues.ts';
import { type DueRecord, deliverBatch } from './stream-batch.ts';
import { changedNothing, toEventRecord } from './stream-event.ts';
import { holdBack, noStreamFaults, type StreamFaults, swapNeighbours } from './stream-faults.ts';
import { createLanes } from './stream-lanes.ts';
import { createStreamProgress } from './stream-progress.ts';

/** The tables' streams on their way to the functions. */
export interface Streams {
  readonly faults: StreamFaults;
  /** To be called after each write: reads what is new, which counts as under way until settled. */
  wake(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface StreamPorts {
  /** The table's endpoint, past the proxy's faults. */
  readonly endpoint: string;
  readonly database: DatabaseSync;
  readonly activity: Activity;
  readonly clock: LocalClock;
  readonly functions: FunctionHost;
  readonly queues: Pick<Queues, 'has' | 'send'>;
  readonly deployment: Pick<Deployment, 'ofType'>;
  readonly tables: readonly LocalTable[];
  /** Over how many shards partition keys are spread, before ParallelizationFactor. */
  readonly shards?: number;
  readonly seed?: number;
}

interface MappedStream {
  readonly mapping: StreamMapping;
  readonly table: LocalTable;
}

const readAgainMs = 200;

export function createStreams(ports: StreamPorts): Streams {
  const faults = noStreamFaults();
  const mapped = readStreamMappings(ports.deployment).map((mapping) => {
    const { path, sourceArn, onFailureArn } = mapping;
    const table = ports.tables.find(({ arn }) => sourceArn.startsWith(`${arn}/stream/`));
    if (!table?.streamViewType) throw new Error(`${path}: no table has the stream ${sourceArn}`);
    if (onFailureArn !== undefined && !ports.queues.has(onFailureArn)) {
      throw new Error(`${path}: the local stack has no queue ${onFailureArn}`);
    }
    return { mapping, table };
  });
  const pumps: Pump[] = [];

  return {
    faults,
    wake() {
      for (const pump of pumps) pump.wake();
    },
    async start() {
      for (const each of mapped) {
        if (each.mapping.isEnabled) pumps.push(await openPump(ports, faults, each));
      }
      for (const pump of pumps) pump.wake();
    },
    async stop() {
      await Promise.all(pumps.map((pump) => pump.stop()));
    },
  };
}

interface Pump {
  wake(): void;
  stop(): Promise<void>;
}

async function openPump(
  ports: StreamPorts,
  faults: StreamFaults,
  { mapping, table }: MappedStream,
): Promise<Pump> {
  const name = `stream to ${mapping.functionName}`;
  const random = seededRandom(ports.seed ?? 1);
  const streamArn = await latestStreamArn(ports.endpoint, table.name);
  const progress = createStreamProgress(ports.database, `${mapping.path} ${streamArn}`);
  const saved = progress.saved();
  const reader = createStreamReader(ports.endpoint, streamArn, saved ?? {});
  if (!saved && mapping.startsAtLatest) await reader.read();
  progress.owe([], reader.position());
  let isStopped = false;

  const deliver = async (
    batch: readonly DueRecord[],
    backOff: (attempts: number) => Promise<void>,
  ): Promise<void> => {
    const batchPorts = {
      mapping,
      functions: ports.functions,
      now: () => ports.clock.now(),
      newId: randomUUID,
      isStopped: () => isStopped,
      backOff,
      sendToFailures: (record: unknown) => {
        if (mapping.onFailureArn) ports.queues.send(mapping.onFailureArn, JSON.stringify(record));
      },
    };
    await deliverBatch(batchPorts, batch);
    if (faults.duplicate) await deliverBatch(batchPorts, batch);
    // A batch cut short by the stop is not settled, so the next start delivers it again.
    if (!isStopped) progress.settle(batch);
  };
  const lanes = createLanes({
    name,
    lanes: (ports.shards ?? 1) * mapping.parallel,
    batchSize: mapping.batchSize,
    activity: ports.activity,
    clock: ports.clock,
    deliver,
  });

  const dispatch = (read: readonly ReadRecord[]): void => {
    const arrivedAt = ports.clock.now();
    const wanted: DueRecord[] = [];
    const unwanted: DueRecord[] = [];
    for (const each of read) {
      const record = toDue(each, { mapping, table, arrivedAt });
      const isWanted = !changedNothing(each.record) && mapping.accepts(record.event);
      (isWanted ? wanted : unwanted).push(record);
    }
    progress.owe(read, reader.position());
    progress.settle(unwanted);
    lanes.add(swapNeighbours(wanted, faults.swap));
  };

  let isDue = false;
  let reading: Promise<void> | undefined;
  const readAll = async (): Promise<void> => {
    const done = ports.activity.begin(name);
    while (isDue && !isStopped) {
      isDue = false;
      await holdBack(faults, random);
      const read = await reader.read().catch(() => undefined);
      if (read) dispatch(read);
      else {
        // The engine did not answer; what was written is still to be read.
        isDue = true;
        await wait(readAgainMs);
      }
    }
    reading = undefined;
    done();
  };

  return {
    wake() {
      isDue = true;
      reading ??= readAll();
    },
    async stop() {
      isStopped = true;
      await reading;
      await lanes.stop();
    },
  };
}

function toDue(
  { shardId, record }: ReadRecord,
  { mapping, table, arrivedAt }: MappedStream & { readonly arrivedAt: number },
): DueRecord {
  const viewType = table.streamViewType ?? 'KEYS_ONLY';
  const partitionKey = table.keys[0] ?? '';
  return {
    shardId,
    sequence: record.dynamodb.SequenceNumber,
    partition: JSON.stringify(record.dynamodb.Keys[partitionKey]),
    arrivedAt,
    event: toEventRecord(record, { arn: mapping.sourceArn, viewType, arrivedAt }),
  };
}
