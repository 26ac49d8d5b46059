import type { PastPackage } from '#shared/domain/allocation/calibration/past-package.ts';
import { pointsMax, type Questionnaire } from '#shared/domain/allocation/questionnaire.ts';
import { EnteredPence, fromPoundsText } from '#shared/domain/money/pence.ts';
import type { CsvRecord } from './csv.ts';

/** What is wrong with a row, for whoever corrects the file. The value itself is not told: in a
 * column that was moved by mistake it could be somebody's name. */
export interface RowFault {
  readonly line: number;
  readonly column: string;
  readonly detail: string;
}

export const groupColumn = 'group';
export const costColumn = 'weekly-cost-pounds';
/** More groups than anybody reports on: beyond it the column holds something else. */
const groupsMax = 50;
const groupLengthMax = 80;
const pointsText = /^(\d{1,5})(?:\.(\d{1,2}))?$/;

function readPoints(text: string, most: number): number | undefined {
  const [, whole, part = ''] = pointsText.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return hundredths > most * 100 ? undefined : hundredths;
}

/** Reads the rows of one file, whose header says where each column stands. */
export class PackageRows {
  readonly packages: PastPackage[] = [];
  readonly faults: RowFault[] = [];
  readonly #groups = new Set<string>();
  readonly #header: readonly string[];
  readonly #domains: readonly {
    readonly id: string;
    readonly index: number;
    readonly most: number;
  }[];

  constructor(header: readonly string[], questionnaire: Questionnaire) {
    this.#header = header;
    this.#domains = questionnaire.domains.map((domain) => ({
      id: domain.id,
      index: header.indexOf(domain.id),
      most: pointsMax({ ...questionnaire, domains: [domain] }),
    }));
  }

  read({ line, fields }: CsvRecord): void {
    if (fields.length !== this.#header.length) {
      const column = this.#header[fields.length] ?? `${this.#header.length + 1}`;
      const detail = `the row has ${fields.length} columns and not ${this.#header.length}`;
      this.refuse(line, column, detail);
      return;
    }
    const faultsBefore = this.faults.length;
    const group = this.#group(line, this.#field(fields, groupColumn));
    const weeklyPence = this.#cost(line, this.#field(fields, costColumn));
    const pointsHundredths = this.#points(line, fields);
    if (this.faults.length === faultsBefore) {
      this.packages.push({ group, weeklyPence, pointsHundredths });
    }
  }

  refuse(line: number, column: string, detail: string): void {
    this.faults.push({ line, column, detail });
  }

  #field(fields: readonly string[], column: string): string {
    return (fields[this.#header.indexOf(column)] ?? '').trim();
  }

  #group(line: number, group: string): string {
    if (group === '' || group.length > groupLengthMax) {
      const detail = `is not a group's name of 1 to ${groupLengthMax} letters`;
      this.refuse(line, groupColumn, detail);
    } else if (!this.#groups.has(group) && this.#groups.size === groupsMax) {
      const detail = `is one group more than ${groupsMax}`;
      this.refuse(line, groupColumn, detail);
    } else {
      this.#groups.add(group);
    }
    return group;
  }

  #cost(line: number, text: string): number {
    const pence = fromPoundsText(text);
    if (pence.accepted && EnteredPence.safeParse(pence.value).success) return pence.value;
    const detail = pence.accepted
      ? 'is more than ten million pounds'
      : 'is not an amount in pounds and pence, such as 620.00';
    this.refuse(line, costColumn, detail);
    return 0;
  }

  #points(line: number, fields: readonly string[]): number {
    let total = 0;
    for (const { id, index, most } of this.#domains) {
      const points = readPoints((fields[index] ?? '').trim(), most);
      if (points === undefined) {
        const detail = `is not points from 0 to ${most}, with two decimals at most`;
        this.refuse(line, id, detail);
      } else {
        total += points;
      }
    }
    return total;
  }
}
