import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weeklyPenceForPoints } from '#shared/domain/allocation/convert-points.ts';
import { AllocationTable, checkTable } from '#shared/domain/allocation/tables.ts';
import { accept } from '#shared/domain/outcome.ts';
import { interpolated, pricePerPoint, stepped } from './questionnaires.ts';

function steppedWith(...bands: readonly (readonly [number, number, number])[]) {
  return AllocationTable.parse({
    ...stepped,
    bands: bands.map(([fromPoints, belowPoints, weeklyPence]) => ({
      fromPoints,
      belowPoints,
      weeklyPence,
    })),
  });
}

function interpolatedWith(...nodes: readonly (readonly [number, number])[]) {
  return AllocationTable.parse({
    ...interpolated,
    nodes: nodes.map(([points, weeklyPence]) => ({ points, weeklyPence })),
  });
}

describe('An allocation table', () => {
  it.each([
    ['begins above nothing', steppedWith([1, 9, 0]), 'table-has-gap', '/bands/0/fromPoints'],
    [
      'leaves points between two bands',
      steppedWith([0, 9, 0], [10, 20, 100]),
      'table-has-gap',
      '/bands/1/fromPoints',
    ],
    [
      'gives points two amounts',
      steppedWith([0, 9, 0], [8, 20, 100]),
      'table-overlaps',
      '/bands/1/fromPoints',
    ],
    [
      'pays less for more points',
      steppedWith([0, 9, 100], [9, 20, 99]),
      'table-decreases',
      '/bands/1/weeklyPence',
    ],
    ['has an empty band', steppedWith([0, 9, 0], [9, 9, 5]), 'table-unusable', '/bands/1'],
    [
      'begins its line above nothing',
      interpolatedWith([1, 0], [9, 5]),
      'table-has-gap',
      '/nodes/0/points',
    ],
    [
      'names the same points twice',
      interpolatedWith([0, 0], [9, 5], [9, 6]),
      'table-overlaps',
      '/nodes/2/points',
    ],
    [
      'falls along its line',
      interpolatedWith([0, 6], [9, 5]),
      'table-decreases',
      '/nodes/1/weeklyPence',
    ],
  ])('that %s is refused by name', (_, table, kind, pointer) => {
    expect(checkTable(table)).toMatchObject({ accepted: false, refusal: { kind, pointer } });
    expect(weeklyPenceForPoints(table, 100)).toMatchObject({ refusal: { kind } });
  });

  it.each([
    ['a price per point', pricePerPoint],
    ['bands that meet', stepped],
    ['bands that pay the same', steppedWith([0, 9, 100], [9, 20, 100])],
    ['a line that rises', interpolated],
    ['a line that is level', interpolatedWith([0, 5], [9, 5])],
  ])('with %s is usable', (_, table) => {
    expect(checkTable(table)).toEqual(accept(table));
  });

  it('has a price above nothing', () => {
    expect(AllocationTable.safeParse({ ...pricePerPoint, pencePerPoint: 0 }).success).toBe(false);
  });
});

describe('Points turn into weekly money', () => {
  it.each([
    ['nothing', pricePerPoint, 0, 0],
    ['a price per point, as Cheshire did in 2008', pricePerPoint, 10_000, 62_000],
    ['part of a point, up to the penny', pricePerPoint, 1, 7],
    ['the band they begin', stepped, 1000, 10_000],
    ['the band below, a hundredth short', stepped, 999, 0],
    ['the last band, to its end', stepped, 10_099, 30_000],
    ['a node of the line', interpolated, 3000, 10_000],
    ['the line between nodes', interpolated, 1500, 5000],
    ['the line between nodes, up to the penny', interpolated, 3001, 10_006],
    ['the end of the line', interpolated, 10_000, 50_001],
  ])('by %s', (_, table, hundredths, weeklyPence) => {
    expect(weeklyPenceForPoints(table, hundredths)).toEqual(accept(weeklyPence));
  });

  it.each([
    ['above a price per point', pricePerPoint, 10_001],
    ['at the end of the last band', stepped, 10_100],
    ['above the last node', interpolated, 10_001],
    ['below nothing', pricePerPoint, -1],
    ['of no whole hundredths', interpolated, 0.5],
  ])('%s is refused as out of range', (_, table, hundredths) => {
    expect(weeklyPenceForPoints(table, hundredths)).toMatchObject({
      accepted: false,
      refusal: { kind: 'points-out-of-range' },
    });
  });

  it.each([
    ['a price per point', pricePerPoint],
    ['bands', stepped],
    ['a line', interpolated],
  ])('more points never give less by %s', (_, table) => {
    const hundredths = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(hundredths, hundredths, (a, b) => {
        const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
        const less = weeklyPenceForPoints(table, fewer);
        const greater = weeklyPenceForPoints(table, more);
        if (!less.accepted || !greater.accepted) throw new Error('both are in range');
        expect(less.value).toBeLessThanOrEqual(greater.value);
      }),
    );
  });

  it('a usable line rises with points from its beginning to its end', () => {
    const rise = fc.record({ points: fc.integer({ min: 1, max: 20 }), weeklyPence: fc.nat(900) });
    fc.assert(
      fc.property(fc.nat(100), fc.array(rise, { minLength: 1, maxLength: 4 }), (first, rises) => {
        const nodes: [number, number][] = [[0, first]];
        for (const { points, weeklyPence } of rises) {
          const [lastPoints, lastPence] = nodes.at(-1) ?? [0, 0];
          nodes.push([lastPoints + points, lastPence + weeklyPence]);
        }
        const table = interpolatedWith(...nodes);
        let before = 0;
        for (let hundredths = 0; hundredths <= (nodes.at(-1)?.[0] ?? 0) * 100; hundredths += 37) {
          const converted = weeklyPenceForPoints(table, hundredths);
          if (!converted.accepted) throw new Error(converted.refusal.detail);
          expect(converted.value).toBeGreaterThanOrEqual(before);
          before = converted.value;
        }
      }),
    );
  });
});
