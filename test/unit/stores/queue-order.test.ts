import { expect, test } from 'vitest';
import { queuePlace } from '#shared/stores/cases/task-store.ts';

const place = (name: string, isUrgent: boolean, isOverdue: boolean, due: string) => ({
  name,
  ...queuePlace({ team: 'north', due, isUrgent, isOverdue }, name),
});

test('a queue shows what is urgent first, then what is late, then the earliest due', () => {
  const queue = [
    place('due soon', false, false, '2026-11-10'),
    place('urgent today', true, false, '2026-11-09'),
    place('late for weeks', false, true, '2026-10-01'),
    place('due later', false, false, '2026-12-01'),
    place('urgent since yesterday', true, true, '2026-11-08'),
  ];
  const shown = queue.sort((a, b) => (a.gsi1sk < b.gsi1sk ? -1 : 1)).map(({ name }) => name);
  expect(shown).toEqual([
    'urgent since yesterday',
    'urgent today',
    'late for weeks',
    'due soon',
    'due later',
  ]);
});
