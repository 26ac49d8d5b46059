import type { Catcher, Retrier } from './definitions/definition.ts';

// These end an execution unless a rule names them.
const BEYOND_WILDCARDS = new Set(['States.Runtime', 'States.DataLimitExceeded']);

function matchesError(errorEquals: readonly string[], error: string): boolean {
  if (errorEquals.includes(error)) return true;
  if (BEYOND_WILDCARDS.has(error)) return false;
  if (errorEquals.includes('States.ALL')) return true;
  return errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout';
}

/** The retry that follows an error: the first rule that matches decides, even when it is used up.
 * `used` counts the retries of each rule since the state was entered. */
export function chooseRetry(
  rules: readonly Retrier[],
  used: readonly number[],
  error: string,
): { readonly rule: number; readonly delayMs: number } | undefined {
  const rule = rules.findIndex((retrier) => matchesError(retrier.ErrorEquals, error));
  const retrier = rules[rule];
  const usedByRule = used[rule] ?? 0;
  if (!retrier || usedByRule >= retrier.MaxAttempts) return undefined;
  const seconds = retrier.IntervalSeconds * retrier.BackoffRate ** usedByRule;
  const capped = Math.min(seconds, retrier.MaxDelaySeconds ?? seconds);
  return { rule, delayMs: Math.round(capped * 1000) };
}

export function chooseCatch(rules: readonly Catcher[], error: string): Catcher | undefined {
  return rules.find((catcher) => matchesError(catcher.ErrorEquals, error));
}
