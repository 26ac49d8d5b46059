import { checkOf, type Digits, passes } from './modulus-sum.ts';
import type { WeightRow, WeightTable } from './weight-table.ts';

/** What the numbers of an account say: they fit, they do not, or no check exists for the sort code,
 * which Vocalink has count as valid. None of them says whose account it is. */
export type AccountFinding = 'valid' | 'invalid' | 'unchecked';

/** Foreign currency accounts of exception 6, which cannot be checked: a from 4 to 8, g equal to h. */
function isForeignCurrency({ a, g, h }: Named): boolean {
  return a >= 4 && a <= 8 && g === h;
}

/** The digits that Vocalink's document calls by letters. */
interface Named {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly g: number;
  readonly h: number;
}

/** Checks a sort code (six digits) and an account number (eight digits) against each other, as
 * Vocalink's "Validating account numbers" describes it. A sort code may have one check or two. */
export function checkAccount(
  sortCode: string,
  accountNumber: string,
  table: WeightTable,
): AccountFinding {
  const rows = table.rows.filter(({ from, to }) => from <= sortCode && sortCode <= to);
  const [first, second] = rows;
  if (!first) return 'unchecked';
  const digits: Digits = { sortCode, accountNumber };
  const named = namedDigits(accountNumber);
  if (first.exception === 6 && isForeignCurrency(named)) return 'valid';
  const isFirstRight = rowPasses(first, digits, table);
  if (!second) return isFirstRight ? 'valid' : 'invalid';
  return bothOrEither(first, isFirstRight, () => secondPasses(second, digits, table))
    ? 'valid'
    : 'invalid';
}

/** Exceptions that come in pairs, where one of the two checks is enough. */
const eitherIsEnough = new Set([2, 10, 12]);

function bothOrEither(first: WeightRow, isFirstRight: boolean, second: () => boolean): boolean {
  const isEither = first.exception !== undefined && eitherIsEnough.has(first.exception);
  return isEither ? isFirstRight || second() : isFirstRight && second();
}

function secondPasses(row: WeightRow, digits: Digits, table: WeightTable): boolean {
  const { c } = namedDigits(digits.accountNumber);
  // Exception 3: with c at 6 or 9 the second check is not made.
  if (row.exception === 3 && (c === 6 || c === 9)) return true;
  return rowPasses(row, digits, table);
}

function rowPasses(row: WeightRow, digits: Digits, table: WeightTable): boolean {
  const prepared = { ...row, weights: weightsFor(row, namedDigits(digits.accountNumber)) };
  const sortCode = sortCodeFor(row, digits.sortCode, table);
  const account = { ...digits, sortCode };
  if (row.exception === 14) return passes(prepared, account) || passesAsShorter(prepared, account);
  return row.exception === 4 || row.exception === 5
    ? checkOf(prepared, account)
    : passes(prepared, account);
}

/** The sort codes that exceptions 5, 8 and 9 put in the place of the account's own. */
function sortCodeFor(
  { exception }: WeightRow,
  sortCode: string,
  { substitutions }: WeightTable,
): string {
  if (exception === 5) return substitutions.get(sortCode) ?? sortCode;
  if (exception === 8) return '090126';
  return exception === 9 ? '309634' : sortCode;
}

const weightsOfException2 = [0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1];
const weightsOfException2WithNine = [0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1];

/** The weights as exceptions 2, 7 and 10 change them: by 2 where a is not 0; by 7 and 10 with those of
 * the sort code, a and b left out. */
function weightsFor({ exception, weights }: WeightRow, { a, b, g }: Named): readonly number[] {
  if (exception === 2 && a !== 0) {
    return g === 9 ? weightsOfException2WithNine : weightsOfException2;
  }
  const isLeftOut =
    g === 9 && (exception === 7 || (exception === 10 && b === 9 && (a === 0 || a === 9)));
  return isLeftOut ? weights.map((weight, index) => (index < 8 ? 0 : weight)) : weights;
}

/** Exception 14: where the last digit is 0, 1 or 9 the account may be one of seven digits, written
 * with that digit behind it. */
function passesAsShorter(row: WeightRow, digits: Digits): boolean {
  const { h } = namedDigits(digits.accountNumber);
  if (h !== 0 && h !== 1 && h !== 9) return false;
  return passes(row, { ...digits, accountNumber: `0${digits.accountNumber.slice(0, 7)}` });
}

function namedDigits(accountNumber: string): Named {
  const at = (index: number) => Number(accountNumber[index]);
  return { a: at(0), b: at(1), c: at(2), g: at(6), h: at(7) };
}
