import { describe, expect, it } from 'vitest';
import { differencesBetween } from '#shared/domain/replay/differences.ts';

describe('Between what was recorded and what is worked again', () => {
  it.each([
    ['the same values', { a: [1, { b: 'x' }], c: null }, { c: null, a: [1, { b: 'x' }] }],
    ['a field that is undefined', { a: 1 }, { a: 1, b: undefined }],
  ])('there is no difference in %s', (_, recorded, worked) => {
    expect(differencesBetween(recorded, worked)).toEqual([]);
  });

  it.each([
    ['another sum', { a: 1 }, { a: 2 }, [{ at: '/a', recorded: 1, worked: 2 }]],
    [
      'nothing in place of no sum',
      { a: null },
      { a: 0 },
      [{ at: '/a', recorded: null, worked: 0 }],
    ],
    ['a field too many', { a: 1 }, {}, [{ at: '/a', recorded: 1, worked: undefined }]],
    ['a field too few', {}, { a: 1 }, [{ at: '/a', recorded: undefined, worked: 1 }]],
    ['a shorter list', [1, 2], [1], [{ at: '/1', recorded: 2, worked: undefined }]],
    [
      'a list in place of an object',
      { a: [] },
      { a: {} },
      [{ at: '/a', recorded: [], worked: {} }],
    ],
    [
      'two places, deep down',
      { a: [{ b: 1, c: 2 }] },
      { a: [{ b: 3, c: 4 }] },
      [
        { at: '/a/0/b', recorded: 1, worked: 3 },
        { at: '/a/0/c', recorded: 2, worked: 4 },
      ],
    ],
  ])('%s is named with its place', (_, recorded, worked, differences) => {
    expect(differencesBetween(recorded, worked)).toEqual(differences);
  });
});
