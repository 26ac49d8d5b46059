import * as z from 'zod';
import { EnteredPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { policyFields, Subject } from './policy-item.ts';

const Points = z.int().min(0).max(10_000);

/** One band of a stepped table: from these points up to, but not with, `belowPoints`. */
export const Band = z.strictObject({
  fromPoints: Points,
  belowPoints: Points,
  weeklyPence: EnteredPence,
});
export type Band = z.infer<typeof Band>;

export const CurveNode = z.strictObject({ points: Points, weeklyPence: EnteredPence });
export type CurveNode = z.infer<typeof CurveNode>;

/** How points become weekly money. */
export const AllocationTable = z.discriminatedUnion('kind', [
  z.strictObject({
    ...policyFields,
    subject: Subject,
    kind: z.literal('price-per-point'),
    pencePerPoint: EnteredPence.positive(),
    pointsMax: Points,
  }),
  z.strictObject({
    ...policyFields,
    subject: Subject,
    kind: z.literal('stepped'),
    bands: z.array(Band).min(1).max(200),
  }),
  z.strictObject({
    ...policyFields,
    subject: Subject,
    kind: z.literal('interpolated'),
    nodes: z.array(CurveNode).min(2).max(200),
  }),
]);
export type AllocationTable = z.infer<typeof AllocationTable>;

/** Refuses a band that starts late (`table-has-gap`) or early (`table-overlaps`), is empty
 * (`table-unusable`), or pays less than the one before it (`table-decreases`). */
function checkBands(bands: readonly Band[]): Outcome<readonly Band[]> {
  let reachedPoints = 0;
  let reachedPence = 0;
  for (const [index, band] of bands.entries()) {
    const pointer = `/bands/${index}`;
    const from = band.fromPoints;
    if (from > reachedPoints) {
      const detail = `Points from ${reachedPoints} to below ${from} have no amount.`;
      return refuse('table-has-gap', detail, `${pointer}/fromPoints`);
    }
    if (from < reachedPoints) {
      const detail = `Points from ${from} to below ${reachedPoints} have two amounts.`;
      return refuse('table-overlaps', detail, `${pointer}/fromPoints`);
    }
    if (band.belowPoints <= from) {
      return refuse('table-unusable', `The band at ${from} points is empty.`, pointer);
    }
    if (band.weeklyPence < reachedPence) {
      const detail = `The band at ${from} points pays less than the one before it.`;
      return refuse('table-decreases', detail, `${pointer}/weeklyPence`);
    }
    reachedPoints = band.belowPoints;
    reachedPence = band.weeklyPence;
  }
  return accept(bands);
}

/** Refuses nodes that do not begin at 0 (`table-has-gap`), stand on or before the node before them
 * (`table-overlaps`), or pay less than it (`table-decreases`). */
function checkNodes(nodes: readonly CurveNode[]): Outcome<readonly CurveNode[]> {
  const first = nodes[0];
  if (first !== undefined && first.points > 0) {
    const detail = `Points below ${first.points} have no amount.`;
    return refuse('table-has-gap', detail, '/nodes/0/points');
  }
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1];
    if (before === undefined) continue;
    if (node.points <= before.points) {
      const detail = `The node at ${node.points} points does not stand after ${before.points}.`;
      return refuse('table-overlaps', detail, `/nodes/${index}/points`);
    }
    if (node.weeklyPence < before.weeklyPence) {
      const detail = `The node at ${node.points} points pays less than the one before it.`;
      return refuse('table-decreases', detail, `/nodes/${index}/weeklyPence`);
    }
  }
  return accept(nodes);
}

/** Whether a table gives every number of points in its range one amount, and never a smaller
 * amount for more points. Refuses by name: `table-has-gap`, `table-overlaps`, `table-decreases`,
 * `table-unusable`. */
export function checkTable(table: AllocationTable): Outcome<AllocationTable> {
  if (table.kind === 'price-per-point') return accept(table);
  const checked = table.kind === 'stepped' ? checkBands(table.bands) : checkNodes(table.nodes);
  return checked.accepted ? accept(table) : checked;
}
