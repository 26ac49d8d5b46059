import type { Calibration } from '#shared/domain/allocation/calibration/calibrate.ts';
import type { WeeklySums } from '#shared/domain/allocation/calibration/compare-tables.ts';
import type { ProposedBand } from '#shared/domain/allocation/calibration/propose-bands.ts';
import { formatPounds, scalePence } from '#shared/domain/money/pence.ts';

const weeksPerYear = 52;

/** Rows of cells under their heads, each column as wide as its widest; the first is words. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  '),
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part * 100) / whole).toFixed(1)}%`;
}

function signed(pence: number): string {
  return pence > 0 ? `+${formatPounds(pence)}` : formatPounds(pence);
}

function bandRow(band: ProposedBand): string[] {
  const { fromPoints, belowPoints, packages, packagesCovered } = band;
  return [
    `${fromPoints} to below ${belowPoints}`,
    formatPounds(band.weeklyPence),
    `${packages}`,
    `${packagesCovered} (${share(packagesCovered, packages)})`,
  ];
}

function costRow(name: string, weeklyPence: number, actualWeeklyPence: number): string[] {
  const gap = weeklyPence - actualWeeklyPence;
  return [
    name,
    formatPounds(weeklyPence),
    formatPounds(weeklyPence * weeksPerYear),
    signed(gap),
    share(gap, actualWeeklyPence),
  ];
}

function groupRow(name: string, sums: WeeklySums): string[] {
  const gap = sums.proposedWeeklyPence - sums.actualWeeklyPence;
  return [
    name,
    `${sums.packages}`,
    formatPounds(sums.actualWeeklyPence),
    formatPounds(sums.presentWeeklyPence),
    formatPounds(sums.proposedWeeklyPence),
    signed(gap),
    // A fraction of a penny goes down; it is only to be read.
    signed(scalePence(gap, { times: 1, over: sums.packages }, 'down')),
    share(gap, sums.actualWeeklyPence),
    `${sums.gaining}`,
    `${sums.losing}`,
    `${sums.unchanged}`,
  ];
}

function peopleLines({ comparison }: Calibration, presentVersion: string): string[] {
  const { all, greatestGainWeeklyPence, greatestLossWeeklyPence } = comparison;
  const people = [
    ['gain', `${all.gaining}`, `at most ${formatPounds(greatestGainWeeklyPence)} a week`],
    ['lose', `${all.losing}`, `at most ${formatPounds(greatestLossWeeklyPence)} a week`],
    ['the same', `${all.unchanged}`, ''],
  ];
  return [
    `People, against the present table ${presentVersion}:`,
    ...columns(people).map((line) => line.trimEnd()),
    `${all.belowActual} people would be given less than their support costs now. Their needs are met all`,
    'the same: the personal budget is what meeting them costs (Care Act 2014 s26).',
  ];
}

/** What a calibration found, in lines for a finance officer. */
export function reportLines(calibration: Calibration, presentVersion: string): string[] {
  const { proposed, bands, highestHundredths, comparison } = calibration;
  const { all, groups } = comparison;
  const heads = ['Group', 'People', 'Actual', 'Present', 'Proposed', 'Gap', 'Gap a head', 'Gap %'];
  return [
    `Proposed table ${proposed.version}, from ${proposed.effectiveFrom}, for the ${proposed.subject}:`,
    '',
    ...columns([['Points', 'A week', 'Packages', 'Cost no more'], ...bands.map(bandRow)]),
    `Nobody had more than ${highestHundredths / 100} points: beyond them the last amount rests on nobody.`,
    '',
    'Cost in total, gross, before a contingency and what people pay themselves:',
    '',
    ...columns([
      ['', 'A week', `${weeksPerYear} weeks`, 'Against actual', ''],
      costRow('Actual', all.actualWeeklyPence, all.actualWeeklyPence),
      costRow('Present table', all.presentWeeklyPence, all.actualWeeklyPence),
      costRow('Proposed table', all.proposedWeeklyPence, all.actualWeeklyPence),
    ]),
    '',
    'Gap by group, by the week: what the proposed table gives less what the packages cost.',
    'No group has a table of its own; the gap is for whoever decides on the table to weigh.',
    '',
    ...columns([
      [...heads, 'Gain', 'Lose', 'Same'],
      ...groups.map((sums) => groupRow(sums.group, sums)),
      groupRow('All', all),
    ]),
    '',
    ...peopleLines(calibration, presentVersion),
  ];
}
