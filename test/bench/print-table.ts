import type { Measure } from './measures/measure.ts';

export type Budgets = Readonly<Record<string, number>>;

/** One table of all that was measured, with its budget and what is aimed at. */
export function tableOf(measures: readonly Measure[], budgets: Budgets): string {
  const rows = measures.map((measure) => [
    measure.name,
    format(measure.value),
    measure.range ? `${format(measure.range[0])} to ${format(measure.range[1])}` : '',
    budgets[measure.id] === undefined ? '' : format(budgets[measure.id] ?? 0),
    measure.aim === undefined ? '' : format(measure.aim),
    missed(measure),
    measure.note ?? '',
  ]);
  const head = ['Measure', 'Value', 'Range', 'Budget', 'Aim', 'Missed by', 'Note'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column > 0 && column < head.length - 1
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Where a measure is above its budget: one sentence for each, which names all that is needed to see it. */
export function regressions(measures: readonly Measure[], budgets: Budgets): string[] {
  return measures.flatMap(({ id, name, value }) => {
    const budget = budgets[id];
    if (budget === undefined || value <= budget) return [];
    return [`${name.trim()} (${id}): the budget is ${format(budget)}, measured ${format(value)}`];
  });
}

function missed({ value, aim }: Measure): string {
  return aim === undefined || value <= aim ? '' : format(value - aim);
}

function format(value: number): string {
  return Number.isInteger(value)
    ? value.toLocaleString('en-GB')
    : value.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 3 });
}
