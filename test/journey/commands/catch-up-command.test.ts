import { describe, expect, test } from 'vitest';
import { runCommand } from '#test/support/run-command.ts';

describe('The catch-up command', () => {
  test.each([
    { args: [], why: 'say --check or --write' },
    { args: ['--check', '--write'], why: 'say --check or --write' },
    { args: ['--all'], why: "Unknown option '--all'" },
  ])('told $args says how it is called', async ({ args, why }) => {
    const { isGood, complained } = await runCommand('catch-up.ts', 'http://127.0.0.1:9', args);
    expect(isGood).toBe(false);
    expect(complained).toContain(why);
    expect(complained).toContain('npm run catch-up -- --check');
  });
});
