import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from '#shared/domain/allocation/calibration/calibrate.ts';
import type { PastPackage } from '#shared/domain/allocation/calibration/past-package.ts';
import { packagesPerBandMin } from '#shared/domain/allocation/calibration/propose-bands.ts';
import { weeklyPenceForPoints } from '#shared/domain/allocation/convert-points.ts';
import { AllocationTable, checkTable } from '#shared/domain/allocation/tables.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { accept, type Outcome } from '#shared/domain/outcome.ts';
import { interpolated, pricePerPoint, questionnaire, stepped } from '../questionnaires.ts';

const terms = {
  percentile: 80,
  questionnaire,
  present: stepped,
  version: 'proposed-1',
  effectiveFrom: CivilDate.parse('2027-04-01'),
  packagesKnownAs: 'a file',
};

function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.accepted) throw new Error(outcome.refusal.detail);
  return outcome.value;
}

/** Costs at points, each pair that many times. */
function packagesOf(...rows: readonly (readonly [number, number, number])[]): PastPackage[] {
  return rows.flatMap(([points, weeklyPence, times]) =>
    Array.from({ length: times }, () => ({
      pointsHundredths: points * 100,
      weeklyPence,
      group: 'anybody',
    })),
  );
}

function bandsOf(packages: readonly PastPackage[], percentile = 80) {
  return accepted(calibrate(packages, { ...terms, percentile })).bands;
}

describe('A proposed table', () => {
  it('gives each band the smallest amount that covers the percentile of its packages', () => {
    const costs = Array.from({ length: 50 }, (_, index) => (index + 1) * 100);
    const packages = costs.flatMap((cost) => packagesOf([10, cost, 1], [60, cost + 20_000, 1]));
    expect(bandsOf(packages)).toEqual([
      { fromPoints: 0, belowPoints: 11, weeklyPence: 4000, packages: 50, packagesCovered: 40 },
      { fromPoints: 11, belowPoints: 101, weeklyPence: 24_000, packages: 50, packagesCovered: 40 },
    ]);
    expect(bandsOf(packages, 100).map((band) => band.weeklyPence)).toEqual([5000, 25_000]);
    expect(bandsOf(packages, 1).map((band) => band.weeklyPence)).toEqual([100, 20_100]);
  });

  it('joins bands where more points had cost less, and lets one dear band raise no other', () => {
    const packages = packagesOf([10, 900, 50], [20, 300, 150], [30, 500, 50], [40, 800, 50]);
    const bands = bandsOf(packages);
    expect(bands.map(({ belowPoints, weeklyPence }) => [belowPoints, weeklyPence])).toEqual([
      [31, 500],
      [101, 800],
    ]);
  });

  it('joins bands that cost the same', () => {
    expect(bandsOf(packagesOf([10, 900, 50], [20, 900, 50]))).toMatchObject([
      { fromPoints: 0, belowPoints: 101, weeklyPence: 900 },
    ]);
  });

  it('puts a part of a point into the band of the point before it', () => {
    const bands = bandsOf(packagesOf([10.99, 500, 50], [11, 900, 50]));
    expect(bands.map(({ belowPoints, packages }) => [belowPoints, packages])).toEqual([
      [11, 50],
      [101, 50],
    ]);
  });

  it('says how it was made, and is for whom its questionnaire is', () => {
    const { proposed } = accepted(calibrate(packagesOf([10, 900, 50]), terms));
    expect(proposed).toMatchObject({
      version: 'proposed-1',
      effectiveFrom: '2027-04-01',
      subject: 'adult',
      kind: 'stepped',
    });
    expect(Object(proposed.provenance).source).toBe(
      'Calibrated: percentile 80 of the weekly cost of 50 past packages (a file) under ' +
        'questionnaire test-1, pooled where more points had cost no more',
    );
  });

  it.each<[string, PastPackage[], object, string]>([
    ['no packages', [], {}, 'invalid-input'],
    ['too few packages', packagesOf([10, 900, packagesPerBandMin - 1]), {}, 'invalid-input'],
    [
      'points that no answers give',
      packagesOf([10, 9, 50], [101, 9, 1]),
      {},
      'points-out-of-range',
    ],
    ['points below none', packagesOf([10, 9, 50], [-1, 9, 1]), {}, 'points-out-of-range'],
    [
      'a table for somebody else',
      packagesOf([10, 900, 50]),
      { present: AllocationTable.parse({ ...pricePerPoint, subject: 'carer' }) },
      'table-unusable',
    ],
    [
      'a present table that ends too soon',
      packagesOf([10, 900, 50], [60, 900, 1]),
      { present: AllocationTable.parse({ ...pricePerPoint, pointsMax: 59 }) },
      'points-out-of-range',
    ],
  ])('is refused by name for %s', (_, packages, others, kind) => {
    expect(calibrate(packages, { ...terms, ...others })).toMatchObject({
      accepted: false,
      refusal: { kind },
    });
  });
});

const somePackages = fc.array(
  fc.record({
    pointsHundredths: fc.integer({ min: 0, max: 10_000 }),
    weeklyPence: fc.integer({ min: 0, max: 200_000 }),
    group: fc.constantFrom('a', 'b', 'c'),
  }),
  { minLength: packagesPerBandMin, maxLength: 400 },
);
const somePercentile = fc.integer({ min: 1, max: 100 });
const someTable = fc.constantFrom(stepped, interpolated, pricePerPoint);

describe('Whatever the packages', () => {
  it('the proposed table has no gap, overlap or fall, and an amount for every score', () => {
    fc.assert(
      fc.property(somePackages, somePercentile, (packages, percentile) => {
        const { proposed } = accepted(calibrate(packages, { ...terms, percentile }));
        expect(checkTable(proposed)).toEqual(accept(proposed));
        expect(AllocationTable.parse(proposed)).toEqual(proposed);
        expect(weeklyPenceForPoints(proposed, 0).accepted).toBe(true);
        expect(weeklyPenceForPoints(proposed, 10_000).accepted).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('the percentile holds in every band, and no smaller amount would do', () => {
    fc.assert(
      fc.property(somePackages, somePercentile, (packages, percentile) => {
        const bands = bandsOf(packages, percentile);
        for (const band of bands) {
          const costs = packages
            .filter(({ pointsHundredths }) => {
              const points = pointsHundredths / 100;
              return points >= band.fromPoints && points < band.belowPoints;
            })
            .map(({ weeklyPence }) => weeklyPence);
          const covered = costs.filter((cost) => cost <= band.weeklyPence).length;
          const cheaper = costs.filter((cost) => cost < band.weeklyPence).length;
          expect([band.packages, band.packagesCovered]).toEqual([costs.length, covered]);
          expect(costs.length).toBeGreaterThanOrEqual(packagesPerBandMin);
          expect(covered * 100).toBeGreaterThanOrEqual(percentile * costs.length);
          expect(cheaper * 100).toBeLessThan(percentile * costs.length);
        }
        expect(bands.reduce((sum, band) => sum + band.packages, 0)).toBe(packages.length);
      }),
      { numRuns: 60 },
    );
  });

  it('neither their order nor their groups change the table', () => {
    fc.assert(
      fc.property(somePackages, somePercentile, (packages, percentile) => {
        const others = packages
          .toReversed()
          .map((some, index) => ({ ...some, group: `group ${index % 7}` }));
        const [one, other] = [packages, others].map(
          (some) => accepted(calibrate(some, { ...terms, percentile })).proposed,
        );
        expect(other).toEqual(one);
      }),
      { numRuns: 40 },
    );
  });

  it('the totals are the sums of what each package costs and each table gives', () => {
    fc.assert(
      fc.property(somePackages, someTable, (packages, present) => {
        const { proposed, comparison } = accepted(calibrate(packages, { ...terms, present }));
        const rows = packages.map(({ pointsHundredths, weeklyPence }) => ({
          actual: weeklyPence,
          now: accepted(weeklyPenceForPoints(present, pointsHundredths)),
          later: accepted(weeklyPenceForPoints(proposed, pointsHundredths)),
        }));
        const gains = rows.map(({ now, later }) => later - now);
        expect(comparison.all).toEqual({
          packages: packages.length,
          actualWeeklyPence: rows.reduce((sum, row) => sum + row.actual, 0),
          presentWeeklyPence: rows.reduce((sum, row) => sum + row.now, 0),
          proposedWeeklyPence: rows.reduce((sum, row) => sum + row.later, 0),
          gaining: gains.filter((gain) => gain > 0).length,
          losing: gains.filter((gain) => gain < 0).length,
          unchanged: gains.filter((gain) => gain === 0).length,
          belowActual: rows.filter((row) => row.later < row.actual).length,
        });
        expect(comparison.greatestGainWeeklyPence).toBe(Math.max(0, ...gains));
        expect(comparison.greatestLossWeeklyPence).toBe(
          Math.max(0, ...gains.map((gain) => 0 - gain)),
        );
        for (const [name, all] of Object.entries(comparison.all)) {
          const parts = comparison.groups.map((group) => Object(group)[name]);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('The gap of a group is told for the group alone, in the order of names', () => {
  const packages = [
    ...packagesOf([10, 10_000, 50]).map((some) => ({ ...some, group: 'young' })),
    ...packagesOf([10, 16_000, 10]).map((some) => ({ ...some, group: 'old' })),
  ];
  const { comparison } = accepted(calibrate(packages, terms));
  expect(comparison.groups).toEqual([
    {
      group: 'old',
      packages: 10,
      actualWeeklyPence: 160_000,
      presentWeeklyPence: 100_000,
      proposedWeeklyPence: 100_000,
      gaining: 0,
      losing: 0,
      unchanged: 10,
      belowActual: 10,
    },
    {
      group: 'young',
      packages: 50,
      actualWeeklyPence: 500_000,
      presentWeeklyPence: 500_000,
      proposedWeeklyPence: 500_000,
      gaining: 0,
      losing: 0,
      unchanged: 50,
      belowActual: 0,
    },
  ]);
});
