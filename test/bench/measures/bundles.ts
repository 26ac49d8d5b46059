import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { bundleFunctions } from '#infra/bundle.ts';
import { type EntryName, entryNames } from '#infra/functions.ts';
import type { Measure } from './measure.ts';

const bytesAim = 480_000;

const Metafile = z.looseObject({
  outputs: z.record(
    z.string(),
    z.looseObject({
      bytes: z.number(),
      entryPoint: z.string().optional(),
      imports: z.array(z.looseObject({ path: z.string(), kind: z.string() })),
    }),
  ),
});
type Outputs = z.infer<typeof Metafile>['outputs'];

/** The bytes of code that each function reads before its first call: its own file and all that this
 * imports, without what is loaded later. */
export function measureBundles(): Measure[] {
  const { metafile } = bundleFunctions();
  const { outputs } = Metafile.parse(JSON.parse(readFileSync(metafile, 'utf8')));
  return entryNames.map((entry) => ({
    id: `bytes-${entry}`,
    name: `Bytes of code, ${entry}`,
    value: bytesAtStart(outputs, entry),
    aim: bytesAim,
  }));
}

function bytesAtStart(outputs: Outputs, entry: EntryName): number {
  const seen = new Set<string>();
  const visit = (path: string): number => {
    const output = outputs[path];
    if (!output || seen.has(path)) return 0;
    seen.add(path);
    return output.imports
      .filter(({ kind }) => kind === 'import-statement')
      .reduce((bytes, { path: next }) => bytes + visit(next), output.bytes);
  };
  const isEntry = (path: string) => outputs[path]?.entryPoint === `functions/${entry}.ts`;
  return visit(Object.keys(outputs).find(isEntry) ?? '');
}
