import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  { args: ['--wipe', 'x'], line: '--wipe x is not a number of commands, such as --wipe 3\n' },
  { args: ['--wipe', '0'], line: '--wipe 0 is not a number of commands, such as --wipe 3\n' },
  { args: ['--wipe', '1.5'], line: '--wipe 1.5 is not a number of commands, such as --wipe 3\n' },
])('The story command, told $args, is refused with a line', ({ args, line }) => {
  const command = ['test/journey/story.ts', ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, line]);
});
