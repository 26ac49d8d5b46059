import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { councilNamed } from '#shared/council/load/find-council.ts';
import type { Council } from '#shared/council/schema.ts';
import { calibrate } from '#shared/domain/allocation/calibration/calibrate.ts';
import { inForceOn, versionNamed } from '#shared/domain/allocation/policy-item.ts';
import type { AllocationTable } from '#shared/domain/allocation/tables.ts';
import { CivilDate, civilDate, partsOf } from '#shared/domain/calendar/civil-date.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import { type BarStream, progressBar } from '../progress-bar.ts';
import { readGivenFile } from '../read-given-file.ts';
import { decodeCsv } from './csv.ts';
import type { RowFault } from './package-rows.ts';
import { readPackages } from './read-packages.ts';
import { reportLines } from './report-lines.ts';

const Percentile = z.coerce.number().int().min(1).max(100);
const faultsShown = 50;

interface Surroundings {
  readonly today: CivilDate;
  readonly print: (text: string) => void;
  readonly bar: BarStream;
}

interface Request {
  readonly file: string;
  readonly percentile: number;
  readonly council: Council;
  readonly present: AllocationTable;
  readonly effectiveFrom: CivilDate;
  readonly out: string | undefined;
}

/** A value, or the refusal as what went wrong with the command. */
function need<T>(outcome: Outcome<T>): T {
  if (!outcome.accepted) throw new Error(outcome.refusal.detail);
  return outcome.value;
}

/** A council's budget year, and with it its tables, begins on 1 April. */
function nextApril(today: CivilDate): CivilDate {
  const { year } = partsOf(today);
  const april = civilDate(year, 4, 1);
  return april > today ? april : civilDate(year + 1, 4, 1);
}

function readRequest(args: readonly string[], today: CivilDate): Request {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      percentile: { type: 'string', default: '80' },
      council: { type: 'string', default: 'example' },
      table: { type: 'string' },
      from: { type: 'string', default: nextApril(today) },
      out: { type: 'string' },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new TypeError('one FILE is needed');
  const percentile = Percentile.safeParse(values.percentile);
  if (!percentile.success) throw new TypeError('--percentile is a whole number from 1 to 100');
  const from = CivilDate.safeParse(values.from);
  if (!from.success) throw new TypeError('--from is a date such as 2027-04-01');
  const council = councilNamed(values.council);
  const { tables } = council.ras;
  const adults = tables.filter(({ subject }) => subject === 'adult');
  return {
    file,
    percentile: percentile.data,
    council,
    present: need(
      values.table === undefined
        ? inForceOn(adults, today, 'allocation table')
        : versionNamed(tables, values.table),
    ),
    effectiveFrom: from.data,
    out: values.out,
  };
}

/** A preset keeps one table of each version, and one for each day on which one begins. */
function refuseSecond(version: string, { council, present, effectiveFrom }: Request): void {
  const known = council.ras.tables.find(
    (table) =>
      table.version === version ||
      (table.subject === present.subject && table.effectiveFrom === effectiveFrom),
  );
  if (known === undefined) return;
  throw new Error(
    `${council.id} has the table ${known.version} from ${known.effectiveFrom} already: say another day with --from`,
  );
}

function faultsTold(file: string, faults: readonly RowFault[]): string {
  const shown = faults
    .slice(0, faultsShown)
    .map(({ line, column, detail }) => `line ${line}, column ${column}: ${detail}`);
  const more = faults.length - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [`and ${more} more`] : []),
    `nothing was proposed: ${file} has ${faults.length} faults`,
  ].join('\n');
}

/** Written beside its place and moved there whole, so that nobody finds half a table. */
async function writeTable(path: string, table: AllocationTable): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  try {
    await writeFile(draft, `${JSON.stringify(table, undefined, 2)}\n`, { flag: 'wx' });
    await rename(draft, path);
  } catch (fault) {
    await rm(draft, { force: true });
    throw fault;
  }
}

/** Reads past packages, proposes a table and says what it would change. Throws, with nothing
 * written, in words for the person at the keyboard. */
export async function calibrateFile(
  args: readonly string[],
  { today, print, bar }: Surroundings,
): Promise<void> {
  const request = readRequest(args, today);
  const { file, percentile, council, present, effectiveFrom, out } = request;
  const forWhom = present.subject === 'adult' ? '' : `-${present.subject}`;
  const version = `${council.id}${forWhom}-${effectiveFrom}-p${percentile}`;
  refuseSecond(version, request);
  if (out !== undefined && existsSync(out)) throw new Error(`${out} is there already`);
  const questionnaire = need(
    inForceOn(
      council.ras.questionnaires.filter(({ subject }) => subject === present.subject),
      effectiveFrom,
      'questionnaire',
    ),
  );
  const bytes = await readGivenFile(file);
  const text = decodeCsv(bytes);
  if (text === undefined) throw new Error(`${file} is not UTF-8: save it as CSV UTF-8`);
  const read = readPackages(text, questionnaire, progressBar(bar, 'Reading', text.length));
  if (read.faults.length > 0) throw new Error(faultsTold(file, read.faults));
  const calibration = need(
    calibrate(read.packages, {
      percentile,
      questionnaire,
      present,
      version,
      effectiveFrom,
      packagesKnownAs: `file with SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`,
    }),
  );
  if (out !== undefined) await writeTable(out, calibration.proposed);
  print(`${reportLines(calibration, present.version).join('\n')}\n`);
  if (out !== undefined) print(`\nThe proposed table is in ${out}.\n`);
}
