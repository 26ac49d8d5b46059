import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { functionEnvironment } from '#infra/local/lambda/environment.ts';
import { readFunctions } from '#infra/local/lambda/function-definition.ts';
import { readDeployment } from '#infra/local/template/deployment.ts';
import { synthesise } from '#infra/local/template/synthesis.ts';
import { type Measure, median, rangeOf } from './measure.ts';

const ratioAim = 5;

// Plain JavaScript, because a file of TypeScript would have the bare process load a compiler too.
const child = `
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage();
  process.stdout.write(String(user + system), () => process.exit());
`;

interface Started {
  readonly entry: string;
  readonly handlerFile: string;
  readonly environment: Record<string, string>;
}

/** The processor time of a fresh process that loads a function, as a ratio to one that loads a handler
 * of one line: each run takes all of them in turn, so that what else the machine does meets all alike. */
export async function measureInitialisation(runs: number): Promise<Measure[]> {
  const { folder } = await synthesise('example');
  const functions = readFunctions(readDeployment(folder)).map((definition): Started => {
    const { name, handlerFile } = definition;
    const entry = name.replace(/^adult-social-care-\w+-/, '');
    return { entry, handlerFile, environment: functionEnvironment(definition, {}) };
  });
  const ratios = new Map<string, number[]>(functions.map(({ entry }) => [entry, []]));
  const bare = bareHandler(functions[0]?.environment ?? {});
  for (let run = 0; run < runs; run += 1) {
    const bareMicroseconds = processorTime(bare);
    for (const started of functions) {
      ratios.get(started.entry)?.push(processorTime(started) / bareMicroseconds);
    }
  }
  return [...ratios].map(([entry, values]) => ({
    id: `initialise-${entry}`,
    name: `CPU to initialise ${entry}, ratio to a bare handler`,
    value: median(values),
    range: rangeOf(values),
    aim: ratioAim,
    note: `${runs} runs`,
  }));
}

function bareHandler(environment: Record<string, string>): Started {
  const handlerFile = join(mkdtempSync(join(tmpdir(), 'bare-')), 'bare.mjs');
  writeFileSync(handlerFile, 'export const handler = async () => ({ statusCode: 204 });\n');
  return { entry: 'bare', handlerFile, environment };
}

function processorTime({ handlerFile, environment }: Started): number {
  const given = ['--input-type=module', '--eval', child, pathToFileURL(handlerFile).href];
  const printed = execFileSync(process.execPath, given, { env: environment });
  return Number(printed.toString());
}
