import { expect, test } from 'vitest';
import { makeIndex } from '#shared/domain/directory/directory-index.ts';
import { editsBetween, nearestWords } from '#shared/domain/directory/nearest-words.ts';
import { type DirectoryQuery, makeSearchable } from '#shared/domain/directory/search.ts';
import { hintsFor } from '#shared/domain/directory/search-hints.ts';
import { service } from '#test/support/directory-services.ts';

const services = [
  service({ name: 'Chapel Lunch Club', categories: ['lunch-clubs'], at: [53.06, -0.6] }),
  service({ name: 'Mill Lunch Club', categories: ['lunch-clubs'], at: [53.16, -0.6] }),
  service({ name: 'Befriending by Phone', categories: ['befriending'] }),
  service({
    name: 'Brunch Bunch',
    categories: ['expired-things'],
    more: { assured_date: '2025-03-10', assured_until: '2026-03-09' },
  }),
];
const index = makeSearchable(
  makeIndex(services.map((each) => ({ service: each, digest: `d-${each.name}` }))),
);
const hints = (query: DirectoryQuery) => hintsFor(index, query, '2026-03-10');

test.each([
  ['lunch', 'lunch', 0],
  ['lucnh', 'lunch', 1],
  ['lunc', 'lunch', 1],
  ['launch', 'lunch', 1],
  ['munch', 'lunch', 1],
  ['', 'abc', 3],
  ['freinds', 'friends', 1],
  ['telecare', 'telephone', 4],
])('From %s to %s it takes %i edits', (a, b, edits) => {
  expect(editsBetween(a, b)).toBe(edits);
  expect(editsBetween(b, a)).toBe(edits);
});

test.each([
  ['lunhc', ['lunch']],
  ['lamch', []],
  ['befirendign', ['befriending']],
  ['submarine', []],
])('Like %s are written %j', (typed, words) => {
  expect(nearestWords(typed, new Set(['lunch', 'lunches', 'befriending', 'club']))).toEqual(words);
});

test('A word that the directory has is not put in question', () => {
  expect(hints({ text: 'lunch befreinding' }).didYouMean).toEqual(['befriending']);
  expect(hints({ text: 'lunch', category: 'befriending' }).didYouMean).toEqual([]);
});

test('A hint leads to nothing that has dropped out', () => {
  expect(hints({ text: 'brunhc' })).toMatchObject({
    didYouMean: [],
    categories: [
      { code: 'lunch-clubs', name: 'lunch clubs' },
      { code: 'befriending', name: 'befriending' },
    ],
  });
});

test('What lies further away than was asked for is counted', () => {
  const near = hints({ category: 'lunch-clubs', from: [53.9, -0.6], withinMiles: 1 });
  expect(near.furtherAway).toBe(2);
  expect(hints({ category: 'nothing' }).furtherAway).toBe(0);
});
