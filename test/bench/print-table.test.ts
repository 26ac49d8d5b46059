import { expect, test } from 'vitest';
import { regressions, tableOf } from './print-table.ts';

const measures = [
  { id: 'transitions', name: 'State transitions per journey', value: 17, aim: 15 },
  { id: 'sweep-a', name: 'Requests of a sweep', value: 8 },
  { id: 'warm-read-case', name: 'Warm CPU of read-case', value: 5.5, range: [5, 6] as const },
];

test('A regression is told with its measure, its budget and what was measured', () => {
  expect(regressions(measures, { transitions: 16, 'sweep-a': 8 })).toEqual([
    'State transitions per journey (transitions): the budget is 16, measured 17',
  ]);
});

test('What is within its budget, or has none, is no regression', () => {
  expect(regressions(measures, { transitions: 17 })).toEqual([]);
});

test('The table tells of each measure its range, its budget and by how much its aim is missed', () => {
  const [, , transitions, , warm] = tableOf(measures, { transitions: 16 }).split('\n');
  expect(transitions?.split(/\s{2,}/)).toEqual([
    'State transitions per journey',
    '17',
    '16',
    '15',
    '2',
  ]);
  expect(warm).toContain('5 to 6');
});
