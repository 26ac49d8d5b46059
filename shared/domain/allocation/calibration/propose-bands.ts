import type { Pence } from '../../money/pence.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { Band } from '../tables.ts';
import type { PricedPoints } from './past-package.ts';

/** Fewer packages than this say little of a percentile, and could show what one person's support
 * cost. */
export const packagesPerBandMin = 50;
/** As many bands as a table may have. Fewer would be easier to read, but the last one, which is flat,
 * would then reach down to more of the people with the greatest needs. */
const bandsMax = 200;

/** A band with the packages that it was drawn from, cheapest first. */
interface DrawnBand {
  readonly band: Band;
  readonly costs: readonly Pence[];
}

/** One band of a proposal, and how it stands to the packages whose points lie in it. */
export interface ProposedBand extends Band {
  readonly packages: number;
  /** Those of them that cost no more than the band's amount. */
  readonly packagesCovered: number;
}

/** The smallest amount that covers at least that percentage of costs, which come cheapest first. It
 * is always the cost of a real package, never an average of two. */
export function costAtPercentile(costs: readonly Pence[], percentile: number): Pence {
  const cost = costs[Math.max(Math.ceil((costs.length * percentile) / 100), 1) - 1];
  if (cost === undefined) throw new RangeError('A percentile needs a cost and is at most 100');
  return cost;
}

function drawBand(
  points: Pick<Band, 'fromPoints' | 'belowPoints'>,
  packages: readonly Pence[],
  percentile: number,
): DrawnBand {
  const costs = packages.toSorted((a, b) => a - b);
  return { band: { ...points, weeklyPence: costAtPercentile(costs, percentile) }, costs };
}

function costsByWholePoint(packages: readonly PricedPoints[], pointsMax: number): Pence[][] {
  const costs: Pence[][] = Array.from({ length: pointsMax + 1 }, () => []);
  for (const { pointsHundredths, weeklyPence } of packages) {
    costs[Math.floor(pointsHundredths / 100)]?.push(weeklyPence);
  }
  return costs;
}

/** Bands of about as many packages each, so that every amount is known about equally well; bands of
 * equal width would leave the ends, where few people are, to chance. Points that nobody had lie in
 * the band around them, so that the table has no gap. */
function cutBands(byPoint: readonly Pence[][], packagesPerBand: number, percentile: number) {
  const bands: DrawnBand[] = [];
  let fromPoints = 0;
  let costs: Pence[] = [];
  let left = byPoint.reduce((sum, some) => sum + some.length, 0);
  for (const [points, some] of byPoint.entries()) {
    costs = costs.concat(some);
    left -= some.length;
    // A band closes only where enough are left for another; the last one takes all to the end.
    const isLast = points === byPoint.length - 1;
    if (isLast || (costs.length >= packagesPerBand && left >= packagesPerBand)) {
      bands.push(drawBand({ fromPoints, belowPoints: points + 1 }, costs, percentile));
      fromPoints = points + 1;
      costs = [];
    }
  }
  return bands;
}

/** Joins neighbours until no band pays as little as the one before it: isotonic regression of the
 * percentile, by pooling adjacent violators. The percentile of joined packages lies between those of
 * the two, so that it still holds in every band of the result.
 * A running maximum would be monotone too, but one band that was dear by chance would then raise
 * all above it, and the percentile would no longer be the one that was chosen. */
function poolBands(bands: readonly DrawnBand[], percentile: number): DrawnBand[] {
  const pooled: DrawnBand[] = [];
  for (const band of bands) {
    let last = band;
    let before = pooled.at(-1);
    while (before !== undefined && before.band.weeklyPence >= last.band.weeklyPence) {
      pooled.pop();
      const points = {
        fromPoints: before.band.fromPoints,
        belowPoints: last.band.belowPoints,
      };
      last = drawBand(points, [...before.costs, ...last.costs], percentile);
      before = pooled.at(-1);
    }
    pooled.push(last);
  }
  return pooled;
}

/** Bands from 0 to the most points that a questionnaire can give, each with the amount that covers
 * the percentage (1 to 100) of its packages and no smaller than it must be; they rise, and leave no
 * points out. The same for the same packages in any order.
 * Refuses `invalid-input` for fewer packages than one band needs, and `points-out-of-range`. */
export function proposeBands(
  packages: readonly PricedPoints[],
  terms: { readonly percentile: number; readonly pointsMax: number },
): Outcome<readonly ProposedBand[]> {
  const { percentile, pointsMax } = terms;
  if (packages.length < packagesPerBandMin) {
    const detail = `${packages.length} packages are too few: at least ${packagesPerBandMin} are needed.`;
    return refuse('invalid-input', detail);
  }
  const stranger = packages.find(
    ({ pointsHundredths }) => pointsHundredths < 0 || pointsHundredths > pointsMax * 100,
  );
  if (stranger !== undefined) {
    const points = stranger.pointsHundredths / 100;
    return refuse('points-out-of-range', `${points} is not from 0 to ${pointsMax} points.`);
  }
  const packagesPerBand = Math.max(packagesPerBandMin, Math.ceil(packages.length / bandsMax));
  const cut = cutBands(costsByWholePoint(packages, pointsMax), packagesPerBand, percentile);
  return accept(
    poolBands(cut, percentile).map(({ band, costs }) => ({
      ...band,
      packages: costs.length,
      packagesCovered: costs.filter((cost) => cost <= band.weeklyPence).length,
    })),
  );
}
