import { expect, test } from 'vitest';
import { readArguments, usage } from './arguments.ts';

test.each([
  ['everything', []],
  ['check', ['--check']],
  ['peers', ['--peers']],
  ['charging', ['--charging']],
  ['payments', ['--payments']],
  ['help', ['--help']],
  ['help', ['-h', '--check']],
])('A run of %s is asked for by the arguments %j', (asked, given) => {
  expect(readArguments(given)).toBe(asked);
});

test.each([
  [['--chek'], '--chek'],
  [['check'], 'check'],
  [['--check=no'], '--check'],
  [['--check', '--peers'], 'different runs'],
  [['--charging', '--check'], 'different runs'],
])('The arguments %j are refused with what is wrong in them', (given, told) => {
  const asked = readArguments(given);
  expect(asked).toHaveProperty('wrong', expect.stringContaining(told));
});

test('The text of what can be asked for names each argument', () => {
  for (const name of ['--check', '--peers', '--charging', '--payments', '--help'])
    expect(usage).toContain(name);
});
