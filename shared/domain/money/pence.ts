import * as z from 'zod';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** An amount of money that is never negative, in whole pence. */
export const Pence = z.int().min(0).meta({ id: 'Pence', description: 'Whole pence, GBP' });
export type Pence = z.infer<typeof Pence>;

/** An amount that a person keys in: at most ten million pounds, so that no list of them that the
 * service accepts can add up to more than a number holds exactly. */
export const EnteredPence = Pence.max(1_000_000_000).meta({
  id: 'EnteredPence',
  description: 'Whole pence, GBP, at most ten million pounds',
});
export type EnteredPence = z.infer<typeof EnteredPence>;

/** An amount that may be owed either way, in whole pence: a ledger entry or a difference. */
export const SignedPence = z.int().meta({ id: 'SignedPence', description: 'Whole pence, GBP' });
export type SignedPence = z.infer<typeof SignedPence>;

/** Which way a fraction of a penny goes. */
export type Rounding = 'down' | 'up';

const poundsText = /^£?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{2}))?$/;

/** The pence in an amount written in pounds: `620`, `620.00`, `£2,480.00`. Refused as
 * `invalid-input` when it is anything else, such as `620.5` or a negative amount. */
export function fromPoundsText(text: string): Outcome<Pence> {
  const [, pounds, pence = '00'] = poundsText.exec(text) ?? [];
  if (pounds === undefined) {
    return refuse('invalid-input', 'Write the amount in pounds and pence, such as 620.00.');
  }
  return accept(Number(pounds.replaceAll(',', '') + pence));
}

/** The amount as a person reads it: `£2,480.00`, or `-£5.00` when it is owed the other way. */
export function formatPounds(pence: SignedPence): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const pounds = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${pence < 0 ? '-' : ''}£${pounds}.${digits.slice(-2)}`;
}

/** The sum in pence, 0 for none. Throws when it is more than a number holds exactly. */
export function sumPence(amounts: readonly SignedPence[]): SignedPence {
  return exactly(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
}

/** An amount in pence times a fraction of two whole numbers, worked exactly and rounded once.
 * `down` is towards minus infinity. Throws when the fraction is not of whole numbers, or `over` is
 * not above 0. */
export function scalePence(
  pence: SignedPence,
  fraction: { readonly times: number; readonly over: number },
  rounding: Rounding,
): SignedPence {
  if (fraction.over <= 0) throw new RangeError('A fraction is over a whole number above 0');
  const numerator = BigInt(pence) * BigInt(fraction.times);
  const denominator = BigInt(fraction.over);
  const remainder = ((numerator % denominator) + denominator) % denominator;
  const down = (numerator - remainder) / denominator;
  return exactly(rounding === 'up' && remainder > 0n ? down + 1n : down);
}

/** A whole percentage of an amount in pence, rounded once. */
export function percentageOf(pence: SignedPence, percent: number, rounding: Rounding): SignedPence {
  return scalePence(pence, { times: percent, over: 100 }, rounding);
}

function exactly(pence: bigint): number {
  const amount = Number(pence);
  if (!Number.isSafeInteger(amount)) throw new RangeError('The amount is too large to be exact');
  return amount;
}
