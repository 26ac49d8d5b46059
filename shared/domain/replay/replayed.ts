import type { Outcome } from '../outcome.ts';
import { type Difference, differencesBetween } from './differences.ts';

/** What became of working a recorded decision again. */
export type ReplayResult =
  | { readonly is: 'same' }
  /** The same decision, told in other words or more fully since. */
  | { readonly is: 'retold'; readonly differences: readonly Difference[] }
  | { readonly is: 'different'; readonly differences: readonly Difference[] }
  /** It should work and does not: a version is not kept, or its inputs cannot be read. */
  | { readonly is: 'unworkable'; readonly why: string }
  /** There is nothing to work: a person's own decision, or one of which no inputs are kept. */
  | { readonly is: 'left-out'; readonly why: string };

export interface Replayed {
  /** What was decided, in the service's words. */
  readonly what: string;
  /** The rules that the record names, and what it came to. */
  readonly told: string;
  readonly result: ReplayResult;
}

export function leftOut(what: string, why: string): Replayed {
  return { what, told: '', result: { is: 'left-out', why } };
}

export function unworkable(what: string, why: string): Replayed {
  return { what, told: '', result: { is: 'unworkable', why } };
}

/** Fields that explain a decision to people and decide nothing. */
const wordFields: ReadonlySet<string> = new Set(['explanation', 'line', 'name', 'label', 'reason']);

/** Compares what was recorded with what its inputs give today. */
export function compared(recorded: unknown, worked: Outcome<unknown>): ReplayResult {
  if (!worked.accepted) return { is: 'unworkable', why: worked.refusal.detail };
  const differences = differencesBetween(recorded, worked.value);
  if (differences.length === 0) return { is: 'same' };
  return { is: differences.every(isOfTelling) ? 'retold' : 'different', differences };
}

/** Whether a difference is one of words, or a field that later code shows besides. A row of a list is
 * never one: it counts. */
function isOfTelling({ at, recorded }: Difference): boolean {
  const names = at.split('/');
  const isAdded = recorded === undefined && !/^\d+$/.test(names.at(-1) ?? '');
  return isAdded || names.some((name) => wordFields.has(name));
}
