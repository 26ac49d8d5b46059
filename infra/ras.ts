import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { inForceOn } from '#shared/domain/allocation/policy-item.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { calibrateFile } from './ras/calibrate-file.ts';
import { examplePackages } from './ras/example-packages.ts';

// `npm run ras`: proposes an allocation table from what support has cost so far.

const usage = `The resource allocation (RAS) of a council:

  npm run ras -- calibrate FILE [--percentile 80] [--council example] [--table VERSION]
                                [--from DATE] [--out FILE]
    reads past packages, proposes a table in which the amount of each band covers that percentage
    of its packages, and reports what it would cost, the gap by group, and who gains or loses
    against the present table (VERSION, or the one for adults that is in force). The table would
    decide from DATE, the next 1 April unless given. With --out it is written as a table file.

  npm run ras -- example FILE [--packages 2000] [--seed 1] [--council example]
    writes made-up past packages in the form that calibrate reads.

Past packages are a CSV file in UTF-8, whose first line names its columns: group,
weekly-cost-pounds, and each domain of the council's questionnaire by its id, with the points left
after the help of family and friends. No other column is taken, so that no name comes with them.
shared/council/data/allocation/packages-example.csv is a synthetic one.`;

const Count = z.coerce.number().int().min(1).max(1_000_000);

const today = civilDateInLondon(new Date().toISOString());

async function writeExample(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      packages: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      council: { type: 'string', default: 'example' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new TypeError('one FILE is needed');
  const packages = Count.safeParse(values.packages);
  const seed = Count.safeParse(values.seed);
  if (!packages.success || !seed.success) {
    throw new TypeError('--packages and --seed are whole numbers from 1 to 1000000');
  }
  const { questionnaires } = councilNamed(values.council).ras;
  const adults = questionnaires.filter(({ subject }) => subject === 'adult');
  const questionnaire = inForceOn(adults, today, 'questionnaire');
  if (!questionnaire.accepted) throw new Error(questionnaire.refusal.detail);
  const text = examplePackages(questionnaire.value, { packages: packages.data, seed: seed.data });
  await writeFile(file, text, { flag: 'wx' });
}

async function run([action, ...args]: readonly string[]): Promise<void> {
  if (action === 'calibrate') {
    const print = (text: string) => process.stdout.write(text);
    await calibrateFile(args, { today, print, bar: process.stderr });
  } else if (action === 'example') {
    await writeExample(args);
  } else {
    throw new TypeError(action === undefined ? 'nothing to do' : `"${action}" is not known`);
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const said = error instanceof Error ? error.message : String(error);
  // What was called wrongly is answered with how to call it.
  process.stderr.write(error instanceof TypeError ? `${said}\n\n${usage}\n` : `${said}\n`);
  process.exitCode = 1;
}
