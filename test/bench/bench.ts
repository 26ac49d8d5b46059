import { readArguments, usage } from './arguments.ts';
import budgets from './budgets.json' with { type: 'json' };
import { measureBundles } from './measures/bundles.ts';
import { measureCaseSize } from './measures/case-size.ts';
import { measureCharging } from './measures/charging.ts';
import { measureDueSweep } from './measures/due-sweep.ts';
import { measureInitialisation } from './measures/initialise.ts';
import { measureJourneys } from './measures/journeys.ts';
import type { Measure } from './measures/measure.ts';
import { measurePayments } from './measures/payments.ts';
import { measureWarmCalls } from './measures/warm-calls.ts';
import { comparePeers } from './peers/compare.ts';
import { regressions, tableOf } from './print-table.ts';
import { progress } from './progress.ts';

// A large council charges some ten thousand people; this is many times that.
const peopleCharged = 60_000;

// Every direct payment of a very large council, in one run.
const paidAgreements = 20_000;

process.exitCode = await run();

/** Does what was asked for and answers with the exit code. */
async function run(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if (typeof asked === 'object') {
    process.stderr.write(`${asked.wrong}\n\n${usage}`);
    return 2;
  }
  if (asked === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (asked === 'peers') return await comparePeers();
  if (asked === 'payments') return await countPayments();
  return asked === 'charging' ? await timeCharging() : await measureAll(asked === 'check');
}

async function countPayments(): Promise<number> {
  progress('payments');
  const sweep = { due: 2_000, among: [2_000, 200_000] };
  process.stdout.write(`${tableOf(await measurePayments(paidAgreements, sweep), budgets.max)}\n`);
  return 0;
}

async function timeCharging(): Promise<number> {
  progress('charging');
  process.stdout.write(`${tableOf(await measureCharging(peopleCharged), budgets.max)}\n`);
  return 0;
}

// The check counts everything, on smaller cases and fewer due rows because counts do not depend on how
// many there are, and takes few runs of processor time, whose budgets therefore leave room. How much a
// warm call takes is told by the whole run alone.
async function measureAll(isCheck: boolean): Promise<number> {
  const measured: readonly (readonly [string, () => Measure[] | Promise<Measure[]>])[] = [
    ['journeys', measureJourneys],
    ['bundles', measureBundles],
    ['long cases', () => measureCaseSize(isCheck ? 100 : 10_000)],
    ['due sweep', () => measureDueSweep(isCheck ? [500] : [2_000, 20_000, 200_000])],
    ['initialisation', () => measureInitialisation(isCheck ? 5 : 15)],
    ...(isCheck ? [] : [['warm calls', () => measureWarmCalls(15)] as const]),
  ];
  const measures: Measure[] = [];
  for (const [name, measure] of measured) {
    progress(name);
    measures.push(...(await measure()));
  }
  process.stdout.write(`${tableOf(measures, budgets.max)}\n`);
  if (!isCheck) return 0;
  const worse = regressions(measures, budgets.max);
  for (const sentence of worse) process.stderr.write(`Over budget: ${sentence}\n`);
  if (worse.length === 0) process.stdout.write('Every measure is within its budget.\n');
  return worse.length === 0 ? 0 : 1;
}
