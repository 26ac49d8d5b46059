import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { inOurFiles } from '#shared/lambda/source-place.ts';

const source = `
// Two lines that a bundle does not keep.
export function pay(amount: number): never {
  throw new TypeError('no ' + amount);
}
`;

// In a process of its own, because what runs the tests reads maps too.
const script = `
  const [, logger, bundle] = process.argv;
  const { describeFault } = await import(logger);
  const { pay } = await import(bundle);
  try {
    pay(7);
  } catch (fault) {
    process.stdout.write(JSON.stringify(describeFault(fault)));
  }
`;

test('A fault in a bundle is logged with the file and the line of ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-'));
  writeFileSync(join(folder, 'pay.ts'), source);
  const outfile = join(folder, 'code', 'pay.mjs');
  const entryPoints = [join(folder, 'pay.ts')];
  buildSync({ entryPoints, outfile, format: 'esm', minify: true, sourcemap: 'linked' });
  const logger = new URL('../../../shared/lambda/logger.ts', import.meta.url).href;
  const given = ['--input-type=module', '--eval', script, logger, pathToFileURL(outfile).href];
  const written = JSON.parse(execFileSync(process.execPath, given).toString());
  expect(written.fault).toBe('TypeError');
  expect(written.at).toContain('pay.ts:4');
  expect(written.at).not.toContain('pay.mjs');
});

test('A place without a map stays as it is', () => {
  const frame = 'at send (file:///var/task/nowhere.mjs:1:2)';
  expect(inOurFiles(frame)).toBe(frame);
});
