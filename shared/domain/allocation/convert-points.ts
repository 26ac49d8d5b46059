import { type Pence, scalePence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { type AllocationTable, type Band, type CurveNode, checkTable } from './tables.ts';

function outOfRange(table: AllocationTable, hundredths: number): Outcome<never> {
  const points = hundredths / 100;
  return refuse(
    'points-out-of-range',
    `Table ${table.version} has no amount for ${points} points.`,
  );
}

function bandAt(bands: readonly Band[], hundredths: number): Pence | undefined {
  return bands.find(
    (band) => hundredths >= band.fromPoints * 100 && hundredths < band.belowPoints * 100,
  )?.weeklyPence;
}

function between(nodes: readonly CurveNode[], hundredths: number): Pence | undefined {
  const upperIndex = nodes.findIndex((node) => hundredths <= node.points * 100);
  const upper = nodes[upperIndex];
  if (upper === undefined) return undefined;
  const lower = nodes[upperIndex - 1];
  if (lower === undefined) return upper.weeklyPence;
  const rise = upper.weeklyPence - lower.weeklyPence;
  const into = hundredths - lower.points * 100;
  const width = (upper.points - lower.points) * 100;
  return lower.weeklyPence + scalePence(rise, { times: into, over: width }, 'up');
}

function convert(table: AllocationTable, hundredths: number): Pence | undefined {
  switch (table.kind) {
    case 'price-per-point':
      return hundredths > table.pointsMax * 100
        ? undefined
        : scalePence(table.pencePerPoint, { times: hundredths, over: 100 }, 'up');
    case 'stepped':
      return bandAt(table.bands, hundredths);
    case 'interpolated':
      return between(table.nodes, hundredths);
  }
}

/** Weekly pence for points given in hundredths. A fraction of a penny goes in the person's favour.
 * Refuses an unusable table by name (see `checkTable`) and `points-out-of-range`. */
export function weeklyPenceForPoints(
  table: AllocationTable,
  pointsHundredths: number,
): Outcome<Pence> {
  const checked = checkTable(table);
  if (!checked.accepted) return checked;
  if (!Number.isSafeInteger(pointsHundredths) || pointsHundredths < 0) {
    return outOfRange(table, pointsHundredths);
  }
  const weeklyPence = convert(table, pointsHundredths);
  return weeklyPence === undefined ? outOfRange(table, pointsHundredths) : accept(weeklyPence);
}
