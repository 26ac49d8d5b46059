import type { Method, WeightRow } from './weight-table.ts';

export interface Digits {
  readonly sortCode: string;
  readonly accountNumber: string;
}

type Weighted = Pick<WeightRow, 'method' | 'weights' | 'exception'>;

const modulus: Readonly<Record<Method, number>> = { MOD10: 10, DBLAL: 10, MOD11: 11 };

/** Whether the weighted sum divides by the modulus of the row. */
export function passes(row: Weighted, digits: Digits): boolean {
  return remainderOf(row, digits) === 0;
}

/** Whether the check digits within the account agree with the remainder: g and h together by exception
 * 4; by exception 5 g for the first check (modulus 11) and h for the second. */
export function checkOf(row: Weighted, digits: Digits): boolean {
  const remainder = remainderOf(row, digits);
  const [g, h] = [Number(digits.accountNumber[6]), Number(digits.accountNumber[7])];
  if (row.exception === 4) return remainder === g * 10 + h;
  const checked = row.method === 'MOD11' ? g : h;
  // Remainder 1 of modulus 11 would need a check digit of 10, which no account has.
  return (modulus[row.method] - remainder) % modulus[row.method] === checked;
}

function remainderOf({ method, weights, exception }: Weighted, digits: Digits): number {
  const products = [...digits.sortCode, ...digits.accountNumber].map(
    (digit, index) => Number(digit) * (weights[index] ?? 0),
  );
  const total = products.reduce((sum, product) => sum + addedFor(product, method), 0);
  // Exception 1 of the double alternate method.
  return (exception === 1 ? total + 27 : total) % modulus[method];
}

/** The double alternate method adds the digits of each product, not the product. */
function addedFor(product: number, method: Method): number {
  if (method !== 'DBLAL') return product;
  return [...String(product)].reduce((sum, digit) => sum + Number(digit), 0);
}
