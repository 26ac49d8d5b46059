import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startLocalStack } from '#infra/local/stack.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The blocks that a reader is asked to paste, in their order. */
function pastedBlocks(): string {
  const section = /### One story by curl\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  return [...section.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
}

// The README speaks to people with bash and curl; the service itself needs neither.
const hasCurl = spawnSync('bash', ['-c', 'curl --version']).status === 0;

test.skipIf(!hasCurl)(
  'who pastes the blocks of the README takes the man of Cheshire to his payments and his review',
  async () => {
    const stack = await startLocalStack({
      council: 'cheshire-2008',
      startAt: '2008-05-23T09:00:00Z',
    });
    try {
      const { stdout } = await promisify(execFile)('bash', ['-euc', pastedBlocks()], {
        env: { ...process.env, URL: stack.url },
        maxBuffer: 16 * 1024 * 1024,
      });
      const lines = stdout.split('\n');
      const totals = lines.filter((line) => line.startsWith('{"due":'));
      expect(totals.map((line) => JSON.parse(line).due)).toEqual([
        { count: 3, pence: 95_000 + 2 * 248_000 },
        { count: 1, pence: 248_000 },
      ]);
      const payments = lines.find((line) => line.includes('"payments":[')) ?? '';
      const amounts = [...payments.matchAll(/"amountPence":(\d+)/g)].map(([, pence]) =>
        Number(pence),
      );
      expect(amounts.sort((a, b) => a - b)).toEqual([95_000, 248_000, 248_000, 248_000]);
      expect(payments).not.toContain('"state":"due"');
      const [file = ''] = /^VOL1.*?^UTL1[^\r]*\r\n/ms.exec(stdout) ?? [];
      const { records, totals: totalsOfFile } = readBacsFile(file);
      expect(records.map(({ name, pence }) => [name, pence])).toEqual([
        ['E LANTERNBY', 248_000],
        ['CHESHIRE COUNCIL', 248_000],
      ]);
      expect(totalsOfFile.creditPence).toBe(248_000);
      expect(lines).toContainEqual(
        expect.stringMatching(/^2008-09-22,direct-payments,physical-disability,2480.00,,/),
      );
      const payDates = [...payments.matchAll(/"payOn":"([\d-]+)"/g)].map(([, date]) => date);
      expect(new Set(payDates)).toEqual(new Set(['2008-08-22', '2008-09-22']));
      expect(stdout).not.toContain('plannedPayOn');
      expect(lines).toContain('["carry-out-review"]');
      expect(stdout).toContain('"type":"review-due"');
    } finally {
      await stack.stop();
    }
  },
  120_000,
);
