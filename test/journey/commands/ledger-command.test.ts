import { describe, expect, test } from 'vitest';
import { runCommand } from '#test/support/run-command.ts';

describe('The ledger command', () => {
  test.each([
    { args: [], why: 'say --check' },
    { args: ['--balance'], why: "Unknown option '--balance'" },
  ])('told $args says how it is called', async ({ args, why }) => {
    const { isGood, complained } = await runCommand('ledger.ts', 'http://127.0.0.1:9', args);
    expect(isGood).toBe(false);
    expect(complained).toContain(why);
    expect(complained).toContain('npm run ledger -- --check');
  });

  test('says where no service answers', async () => {
    const ran = await runCommand('ledger.ts', 'http://127.0.0.1:9', ['--check']);
    expect(ran).toMatchObject({ isGood: false, said: '' });
    expect(ran.complained).toContain('nothing of ours answers at http://127.0.0.1:9');
  });
});
