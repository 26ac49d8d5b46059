import type { PastPackage } from '#shared/domain/allocation/calibration/past-package.ts';
import type { Questionnaire } from '#shared/domain/allocation/questionnaire.ts';
import { type CsvFault, type CsvRecord, csvRecords } from './csv.ts';
import { costColumn, groupColumn, PackageRows, type RowFault } from './package-rows.ts';

/** More rows than any council has packages, so that a file of something else ends early. */
const rowsMax = 1_000_000;
const rowsPerReport = 500;

/** The columns of a file of past packages: the group, the cost, and the points by domain. */
export function packageColumns(questionnaire: Questionnaire): readonly string[] {
  return [groupColumn, costColumn, ...questionnaire.domains.map((domain) => domain.id)];
}

function headerFaults(
  line: number,
  fields: readonly string[],
  expected: readonly string[],
): RowFault[] {
  const strangers = fields.flatMap((name, index) => {
    const column = `${index + 1}`;
    if (!expected.includes(name)) {
      return [{ line, column, detail: `"${name.slice(0, 40)}" is not a column of past packages` }];
    }
    return fields.indexOf(name) === index
      ? []
      : [{ line, column, detail: `"${name}" stands here a second time` }];
  });
  const missing = expected
    .filter((name) => !fields.includes(name))
    .map((column) => ({ line, column, detail: 'this column is missing' }));
  return [...strangers, ...missing];
}

/** Rows that a spreadsheet leaves empty hold no package. */
function* filledRecords(text: string): ReturnType<typeof csvRecords> {
  for (const record of csvRecords(text)) {
    const isFilled = record.kind === 'fault' || record.fields.some((field) => field.trim() !== '');
    if (isFilled) yield record;
  }
}

/** The columns' names as they stand in the file, or what is wrong with them. */
function readHeader(
  record: CsvRecord | CsvFault | undefined,
  questionnaire: Questionnaire,
): { readonly header: readonly string[]; readonly faults: readonly RowFault[] } {
  if (record?.kind === 'fault') {
    const { line, column, detail } = record;
    return { header: [], faults: [{ line, column: `${column}`, detail }] };
  }
  const header = record?.fields.map((name) => name.trim()) ?? [];
  const line = record?.line ?? 1;
  return { header, faults: headerFaults(line, header, packageColumns(questionnaire)) };
}

/** The packages in the text of a CSV file, or every fault that it has. It reports how many of the
 * text's characters it has read. */
export function readPackages(
  text: string,
  questionnaire: Questionnaire,
  report: (read: number) => void,
): {
  readonly packages: readonly PastPackage[];
  readonly faults: readonly RowFault[];
} {
  const records = filledRecords(text);
  const { header, faults } = readHeader(records.next().value ?? undefined, questionnaire);
  if (faults.length > 0) return { packages: [], faults };
  const rows = new PackageRows(header, questionnaire);
  let count = 0;
  for (const record of records) {
    count += 1;
    if (count > rowsMax) {
      rows.refuse(record.line, groupColumn, `a file has at most ${rowsMax} packages`);
      break;
    }
    if (record.kind === 'fault') {
      rows.refuse(record.line, header[record.column - 1] ?? `${record.column}`, record.detail);
      break;
    }
    rows.read(record);
    if (count % rowsPerReport === 0) report(record.end);
  }
  report(text.length);
  return { packages: rows.faults.length > 0 ? [] : rows.packages, faults: rows.faults };
}
