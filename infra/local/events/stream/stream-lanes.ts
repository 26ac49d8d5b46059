import { setTimeout as wait } from 'node:timers/promises';
import type { Activity, LocalClock } from '../../ports.ts';
import type { DueRecord } from './stream-batch.ts';

/** One after the other within a lane, and lanes beside each other: what a shard is to its readers. */
export interface Lanes {
  /** Appends the records; from here on they count as under way. */
  add(records: readonly DueRecord[]): void;
  /** Ends waits and resolves when no lane runs any more. */
  stop(): Promise<void>;
}

interface LanePorts {
  readonly name: string;
  readonly lanes: number;
  readonly batchSize: number;
  readonly activity: Activity;
  readonly clock: LocalClock;
  deliver(batch: readonly DueRecord[], backOff: (attempts: number) => Promise<void>): Promise<void>;
}

interface Lane {
  due: DueRecord[];
  running: Promise<void> | undefined;
}

// The first retries follow within seconds, so that a passing fault heals while others wait for idle.
// After these the wait is the local clock's, so that a lasting fault neither blocks it nor spins.
const quickRetriesMax = 12;
const quickRetryMsMax = 200;
const slowRetryMs = 60_000;

export function createLanes(ports: LanePorts): Lanes {
  const { name, activity, clock } = ports;
  const stopping = new AbortController();
  const { signal } = stopping;
  const lanes: Lane[] = Array.from({ length: ports.lanes }, () => ({
    due: [],
    running: undefined,
  }));

  const run = async (lane: Lane): Promise<void> => {
    let done = activity.begin(name);
    const backOff = async (attempts: number): Promise<void> => {
      if (attempts <= quickRetriesMax) {
        const waitMs = Math.min(5 * 2 ** attempts, quickRetryMsMax);
        await wait(waitMs, undefined, { signal }).catch(() => {});
        return;
      }
      // Not under way any more: it waits for an instant.
      done();
      await reachInstant(clock, clock.now() + slowRetryMs, { name, signal });
      done = activity.begin(name);
    };
    try {
      while (lane.due.length > 0 && !signal.aborted) {
        const batch = lane.due.slice(0, ports.batchSize);
        lane.due = lane.due.slice(ports.batchSize);
        await ports.deliver(batch, backOff);
      }
    } finally {
      lane.running = undefined;
      done();
    }
  };

  return {
    add(records) {
      for (const record of records) lanes[laneOf(record.partition, lanes.length)]?.due.push(record);
      for (const lane of lanes) if (lane.due.length > 0) lane.running ??= run(lane);
    },
    async stop() {
      stopping.abort();
      await Promise.all(lanes.map((lane) => lane.running));
    },
  };
}

function laneOf(partition: string, lanes: number): number {
  let hash = 0;
  for (const character of partition) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % lanes;
}

async function reachInstant(
  clock: LocalClock,
  instant: number,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Promise<void> {
  await new Promise<void>((resolve) => {
    const cancel = clock.at(instant, `retry: ${name}`, async () => resolve());
    signal.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
