import { describe, expect, test } from 'vitest';
import { makeIndex } from '#shared/domain/directory/directory-index.ts';
import { metresBetween } from '#shared/domain/directory/position.ts';
import {
  type DirectoryQuery,
  makeSearchable,
  searchDirectory,
} from '#shared/domain/directory/search.ts';
import { service } from '#test/support/directory-services.ts';

const services = [
  service({
    name: 'Chapel Lunch Club',
    description: 'A cooked lunch and a quiz.',
    needs: ['eating-and-drinking', 'company'],
    categories: ['lunch-clubs'],
    at: [53.06, -0.6],
  }),
  service({
    name: 'Steady On',
    description: 'A balance class that prevents falls, with lunch on the last day.',
    needs: ['staying-well'],
    categories: ['health-and-exercise'],
    at: [53.1, -0.6],
  }),
  service({
    name: 'Telephone Friends',
    description: 'A call each week from the same volunteer. Café visits on request.',
    needs: ['company'],
    categories: ['befriending'],
  }),
  service({
    name: 'Unchecked Club',
    needs: ['company'],
    more: { assured_date: '2025-03-10', assured_until: '2026-03-09' },
  }),
  service({ name: 'Ended Club', needs: ['company'], more: { status: 'defunct' } }),
  service({ name: 'Shut Club', needs: ['having-a-say'], more: { status: 'temporarily closed' } }),
];
const index = makeSearchable(
  makeIndex(services.map((each) => ({ service: each, digest: `d-${each.name}` }))),
);
const found = (query: DirectoryQuery, today = '2026-03-10') =>
  searchDirectory(index, query, today).map(({ entry }) => entry.name);

describe('A search of the directory', () => {
  test.each<[string, DirectoryQuery, string[]]>([
    ['by need', { need: 'company' }, ['Chapel Lunch Club', 'Telephone Friends']],
    ['by category', { category: 'lunch-clubs' }, ['Chapel Lunch Club']],
    ['by both', { need: 'company', category: 'befriending' }, ['Telephone Friends']],
    ['by a need that nobody meets', { need: 'money' }, []],
    ['by words, the name before the text', { text: 'lunch' }, ['Chapel Lunch Club', 'Steady On']],
    ['by another form of a word', { text: 'FALLING' }, ['Steady On']],
    ['by the name of a category', { text: 'befriending' }, ['Telephone Friends']],
    ['by a word with an accent, written without it', { text: 'cafe' }, ['Telephone Friends']],
    ['in a sentence', { text: 'I need help so that my mum does not fall' }, ['Steady On']],
    ['by the organisation', { text: 'agewell', category: 'lunch-clubs' }, ['Chapel Lunch Club']],
    ['by words that no service has', { text: 'submarine' }, []],
  ])('finds %s', (_how, query, names) => {
    expect(found(query)).toEqual(names);
  });

  test('lists everything by name when nothing is asked for', () => {
    const all = ['Chapel Lunch Club', 'Shut Club', 'Steady On', 'Telephone Friends'];
    expect(found({})).toEqual(all);
  });

  test('shows the nearest first, and what comes to people last', () => {
    const names = found({ text: 'lunch club', from: [53.061, -0.6] });
    expect(names[0]).toBe('Chapel Lunch Club');
    expect(found({ from: [53.1, -0.6] })).toEqual([
      'Steady On',
      'Chapel Lunch Club',
      'Shut Club',
      'Telephone Friends',
    ]);
  });

  test.each([
    [2.7, ['Steady On', 'Shut Club', 'Telephone Friends']],
    [2.8, ['Steady On', 'Chapel Lunch Club', 'Shut Club', 'Telephone Friends']],
  ])('within %d miles leaves out what is held further away', (withinMiles, names) => {
    expect(found({ from: [53.1, -0.6], withinMiles })).toEqual(names);
  });

  test.each([
    ['2026-03-09', true],
    ['2026-03-10', false],
  ])('on %s shows what may be relied on until 9 March: %s', (today, isShown) => {
    expect(found({ need: 'company' }, today).includes('Unchecked Club')).toBe(isShown);
  });

  test('shows a service that is closed for now and says so, and never one that has ended', () => {
    const [shut] = searchDirectory(index, { need: 'having-a-say' }, '2026-03-10');
    expect(shut?.entry.isClosed).toBe(true);
    expect(found({ text: 'ended' })).toEqual([]);
  });
});

test('A degree of latitude is some 69 miles', () => {
  expect(metresBetween([52, -1], [53, -1])).toBe(111_195);
  expect(metresBetween([53, -1], [53, -1])).toBe(0);
});

test('The index is the same whatever the order of the file', () => {
  const kept = services.map((each) => ({ service: each, digest: each.id }));
  expect(makeIndex([...kept].reverse())).toEqual(makeIndex(kept));
});
