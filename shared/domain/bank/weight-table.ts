import * as z from 'zod';
import { accept, type Outcome, refuse } from '../outcome.ts';

export const methods = ['MOD10', 'MOD11', 'DBLAL'] as const;
export type Method = (typeof methods)[number];

/** How the accounts of a range of sort codes are checked: fourteen weights, six for the sort code and
 * eight for the account, and the exception of Vocalink's document that applies. */
export interface WeightRow {
  readonly from: string;
  readonly to: string;
  readonly method: Method;
  readonly weights: readonly number[];
  readonly exception: number | undefined;
}

/** The file of weights as it lies in the council's data: a row is `from to method w1 ... w14`, then
 * `x` and the number of an exception. */
export const WeightFile = z.strictObject({
  source: z.string().min(1),
  validFrom: z.iso.date(),
  rows: z.array(z.string().regex(/^\d{6} \d{6} (MOD10|MOD11|DBLAL)( -?\d{1,3}){14}( x\d{1,2})?$/)),
  substitutions: z.record(z.string().regex(/^\d{6}$/), z.string().regex(/^\d{6}$/)),
});
export type WeightFile = z.infer<typeof WeightFile>;

/** The rows in order of sort code, and the sort codes that stand in for others (exception 5). */
export interface WeightTable {
  readonly rows: readonly WeightRow[];
  readonly substitutions: ReadonlyMap<string, string>;
}

/** The exceptions that Vocalink's document defines; a table with another one is not understood. */
const exceptionMax = 14;

/** Reads the file of weights. Refuses `invalid-input`, naming the row, where a range runs backwards, a
 * row is out of order, or its exception is none that is known: a table that is half understood would
 * call wrong accounts right. */
export function readWeights(file: WeightFile): Outcome<WeightTable> {
  const rows: WeightRow[] = [];
  for (const [index, text] of file.rows.entries()) {
    const row = readRow(text);
    const before = rows.at(-1);
    const isInOrder = row.from <= row.to && (before === undefined || before.from <= row.from);
    if (!isInOrder || (row.exception ?? 0) > exceptionMax) {
      return refuse('invalid-input', `Row ${index + 1} of the weights: ${text}`, `/rows/${index}`);
    }
    rows.push(row);
  }
  return accept({ rows, substitutions: new Map(Object.entries(file.substitutions)) });
}

function readRow(text: string): WeightRow {
  const [from = '', to = '', method, ...rest] = text.split(' ');
  const last = rest.at(-1);
  const exception = last?.startsWith('x') ? Number(last.slice(1)) : undefined;
  return {
    from,
    to,
    method: methods.find((each) => each === method) ?? 'MOD11',
    weights: rest.slice(0, 14).map(Number),
    exception,
  };
}
