import { parseArgs } from 'node:util';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import type { KeptRules } from '#shared/domain/replay/replay-event.ts';
import { everyAggregate } from '#shared/stores/events/every-aggregate.ts';
import { openTable } from '#shared/stores/table/open-table.ts';
import type { Table } from '#shared/stores/table/table.ts';
import { findTable } from './find-table.ts';
import { progressBar } from './progress-bar.ts';
import { type ReplayedCase, replayCase } from './replay/replay-case.ts';
import { caseLines, isAsRecorded, summaryLine } from './replay/report-lines.ts';

// `npm run replay`: works recorded decisions again. It ends with 1 where one comes out otherwise.

const usage = `Works every determination, allocation and charge of a case again, from its stored
inputs under the rule versions that it names, and says where one comes out otherwise:

  npm run replay -- CASE...      the cases of these ids, every decision in a line
  npm run replay -- --all        every case of the table, and in full only what is otherwise

It reads the service that runs on this machine (LOCAL_URL, http://127.0.0.1:3000 unless given), or
the table that TABLE_NAME names under the preset that COUNCIL names, with the surroundings' AWS
credentials, region and endpoint. It changes nothing, and prints what the decisions rest on: it is
for eyes that may read the cases.`;

interface Sources {
  readonly table: Table;
  readonly tableName: string;
  readonly rules: KeptRules;
}

async function openSources(): Promise<Sources> {
  const { name, council } = await findTable(process.env);
  if (council === undefined || !councilIds.includes(council)) {
    throw new Error(`COUNCIL says whose table it is: one of ${councilIds.join(', ')}`);
  }
  const rules = { allocation: councilNamed(council).ras, rates: await loadChargingRates() };
  return { table: openTable(name), tableName: name, rules };
}

async function replayNamed(ids: readonly string[], sources: Sources): Promise<ReplayedCase[]> {
  const replayed: ReplayedCase[] = [];
  for (const id of ids) {
    const one = await replayCase(id, sources);
    replayed.push(one);
    say(caseLines(one));
  }
  return replayed;
}

async function replayAll(sources: Sources): Promise<ReplayedCase[]> {
  const ids: string[] = [];
  for await (const id of everyAggregate(sources.tableName, 'case')) ids.push(id);
  const draw = progressBar(process.stderr, 'Working', ids.length);
  const replayed: ReplayedCase[] = [];
  for (const id of ids) {
    const one = await replayCase(id, sources);
    if (!isAsRecorded(one)) say(caseLines(one));
    replayed.push(one);
    draw(replayed.length);
  }
  return replayed;
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false } },
  });
  if (values.all === positionals.length > 0) throw new TypeError('say which CASE, or --all');
  const sources = await openSources();
  const replayed = values.all ? await replayAll(sources) : await replayNamed(positionals, sources);
  say([summaryLine(replayed)]);
  return replayed.every(isAsRecorded) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const said = error instanceof Error ? error.message : String(error);
  // What was called wrongly is answered with how to call it.
  process.stderr.write(error instanceof TypeError ? `${said}\n\n${usage}\n` : `${said}\n`);
  process.exitCode = 1;
}
