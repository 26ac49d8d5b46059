import { setTimeout as wait } from 'node:timers/promises';
import type { DueRecord } from './stream-batch.ts';

/** What a stream may do that it rarely does, by name; all off at first, to be set at any time. */
export interface StreamFaults {
  /** Every batch is delivered a second time after it was done. */
  duplicate: boolean;
  /** Neighbouring records change places: only those of different partitions, as AWS may have it, or
   * any, which is harder than AWS. */
  swap: 'off' | 'different-partitions' | 'any';
  /** Records are held back for up to so many milliseconds of real time. */
  delayMsMax: number;
}

// Long enough for a later write to arrive, so that there is a neighbour to change places with.
const gatherForSwapMs = 20;

export function noStreamFaults(): StreamFaults {
  return { duplicate: false, swap: 'off', delayMsMax: 0 };
}

export async function holdBack(faults: StreamFaults, random: () => number): Promise<void> {
  const gatherMs = faults.swap === 'off' ? 0 : gatherForSwapMs;
  const delayMs = Math.max(gatherMs, random() * faults.delayMsMax);
  if (delayMs > 0) await wait(delayMs);
}

/** Every second neighbour, so that no record wanders far. */
export function swapNeighbours(
  records: readonly DueRecord[],
  swap: StreamFaults['swap'],
): readonly DueRecord[] {
  if (swap === 'off') return records;
  const swapped = [...records];
  for (let at = 0; at + 1 < swapped.length; at += 2) {
    const [first, second] = swapped.slice(at, at + 2);
    if (!first || !second) continue;
    if (swap === 'any' || first.partition !== second.partition)
      swapped.splice(at, 2, second, first);
  }
  return swapped;
}
