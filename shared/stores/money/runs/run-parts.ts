import * as z from 'zod';
import { RunTotals } from '../../../domain/run/run-change.ts';
import { partition, paymentShards } from '../../table/keys.ts';
import type { Item, Key, Table, TableWrite } from '../../table/table.ts';

/** A part's mark of being done: each part has one of its own, so that payments do not wait for each
 * other. */
function partKey(runId: string, shard: number): Key {
  return { pk: partition('run', runId), sk: `DONE#${String(shard).padStart(2, '0')}` };
}

/** What the entries of a run, or of one part of it, add up to. */
export const RunSums = z.strictObject({
  due: RunTotals,
  sent: RunTotals,
  /** Payments that had been created and were held back. */
  withheld: RunTotals,
  /** Agreements that got no payment in the run at all, for a reason that its list tells. */
  leftOut: z.int().nonnegative(),
  /** The officers who made the agreements active that the run pays. */
  activatedBy: z.array(z.string()),
});
export type RunSums = z.infer<typeof RunSums>;

/** A part of a run that takes in no more payments. Its sums are missing only for a moment, and older than the
 * run's round where that was put up again a moment ago. */
export const DonePart = z.object({
  shard: z.int(),
  sums: RunSums.optional(),
  /** The round in which it was counted; the first, where it says none. */
  round: z.int().positive().optional(),
});
export type DonePart = z.infer<typeof DonePart>;

/** A part with what it adds up to. */
export interface CountedPart {
  readonly shard: number;
  readonly sums: RunSums;
  readonly round: number;
}

/** Whether a part was counted in a round of its run or a later one. */
export function isCounted({ sums, round: counted = 1 }: DonePart, round: number): boolean {
  return sums !== undefined && counted >= round;
}

/** Whether every part of a run was counted in its round. */
export function areAllCounted(parts: readonly DonePart[], round: number): boolean {
  return parts.filter((part) => isCounted(part, round)).length === paymentShards;
}

/** Holds a payment to a part that still takes payments in. */
export function openPartCheck(runId: string, shard: number): TableWrite {
  return { check: partKey(runId, shard), onlyIf: ['absent'] };
}

/** From now on no payment joins this part of the run, so that what is approved is what is sent. */
export async function closePart(table: Table, runId: string, shard: number): Promise<void> {
  await table.write([{ put: partItem(runId, { shard }), onlyIf: ['absent'] }]);
}

/** Keeps what a part adds up to once it is closed, in the first round, or once the run was put up again, in a
 * later one; a late repetition does not undo what was counted after sending. */
export async function keepSelectedSums(
  table: Table,
  runId: string,
  part: CountedPart,
): Promise<void> {
  const isUncounted =
    part.round === 1
      ? ({ attribute: 'sums', is: 'absent' } as const)
      : ({ attribute: 'round', absentOrBelow: part.round } as const);
  await table.write([{ put: partItem(runId, part), onlyIf: [isUncounted] }]);
}

/** Keeps what a part adds up to once each of its payments is sent or withheld. */
export async function keepSentSums(table: Table, runId: string, part: CountedPart): Promise<void> {
  await table.write([{ put: partItem(runId, part) }]);
}

function partItem(runId: string, { shard, sums, round }: DonePart): Item {
  const counted = { ...(sums && { sums }), ...(round !== undefined && { round }) };
  return { ...partKey(runId, shard), schema: 1, shard, ...counted };
}

export async function findDonePart(
  table: Table,
  runId: string,
  shard: number,
): Promise<DonePart | undefined> {
  const item = await table.get(partKey(runId, shard));
  return item && DonePart.parse(item);
}

/** The parts of a run that are done, in one consistent read, because an approval rests on it. */
export async function doneParts(table: Table, runId: string): Promise<readonly DonePart[]> {
  const { items } = await table.query({
    pk: partition('run', runId),
    beginsWith: 'DONE#',
    limit: paymentShards,
  });
  return items.map((item) => DonePart.parse(item));
}
