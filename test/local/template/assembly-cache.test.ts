import { mkdirSync, mkdtempSync, readdirSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetUnused, markUsed } from '#infra/local/template/assembly-cache.ts';

test('what was synthesised goes two days after its last use, and not before', () => {
  const cache = mkdtempSync(join(tmpdir(), 'assemblies-'));
  const threeDaysAgo = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
  for (const name of ['unused', 'in-use', 'new']) {
    mkdirSync(join(cache, name));
    if (name !== 'new') utimesSync(join(cache, name), threeDaysAgo, threeDaysAgo);
  }
  markUsed(join(cache, 'in-use'));
  forgetUnused(cache);
  expect(readdirSync(cache).sort()).toEqual(['in-use', 'new']);
});
