import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readCouncil } from '#functions/council-file.ts';
import { bundleFunctions } from '#infra/bundle.ts';
import { entryNames } from '#infra/functions.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';

const Metafile = z.object({
  outputs: z.record(
    z.string(),
    z.object({
      bytes: z.number(),
      entryPoint: z.string().optional(),
      inputs: z.record(z.string(), z.unknown()).optional(),
      imports: z.array(z.object({ path: z.string(), kind: z.string() })),
    }),
  ),
});

const bundle = bundleFunctions();
const { outputs } = Metafile.parse(JSON.parse(readFileSync(bundle.metafile, 'utf8')));

/** The bytes that a function reads before its first call: its own file and all that this imports. */
function bytesAtStart(entry: string): number {
  const seen = new Set<string>();
  const visit = (path: string | undefined) => {
    const output = path === undefined ? undefined : outputs[path];
    if (path === undefined || !output || seen.has(path)) return;
    seen.add(path);
    for (const { path: next, kind } of output.imports) {
      if (kind === 'import-statement') visit(next);
    }
  };
  visit(Object.keys(outputs).find((path) => outputs[path]?.entryPoint === `functions/${entry}.ts`));
  return [...seen].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}

describe('What is deployed', () => {
  it('says of each file where its lines come from, without the text', () => {
    for (const entry of entryNames) {
      const map = JSON.parse(readFileSync(`${bundle.folder}/${entry}/${entry}.mjs.map`, 'utf8'));
      expect(map.sources, entry).toEqual(
        expect.arrayContaining([expect.stringContaining(`functions/${entry}.ts`)]),
      );
      expect(map, entry).not.toHaveProperty('sourcesContent');
    }
  });

  it.each(entryNames)('%s reads little before its first call', (entry) => {
    expect(bytesAtStart(entry)).toBeGreaterThan(1000);
    expect(bytesAtStart(entry)).toBeLessThan(480_000);
  });

  it('takes credentials from the environment, and holds no other source of them', () => {
    const sources = Object.values(outputs).flatMap(({ inputs = {} }) => Object.keys(inputs));
    expect(sources).toContain('shared/gateways/lambda-credentials.ts');
    expect(sources.filter((path) => path.includes('credential-provider'))).toEqual([]);
  });

  it.each(councilIds)('holds the council %s as a function reads it', (id) => {
    expect(readCouncil(id, bundle.folder)).toEqual(councilNamed(id));
  });

  it('holds no other council, and says so by its name', () => {
    expect(() => readCouncil('nowhere', bundle.folder)).toThrow('"nowhere" was not bundled');
  });

  it('is built once for one content', () => {
    expect(bundleFunctions()).toEqual(bundle);
  });
});
