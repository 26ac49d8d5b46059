import { daysFromTo } from './days-paid.ts';

/** From which day on a week is worth how much after the contribution, in pence. */
export interface WorthFrom {
  readonly from: string;
  readonly netWeeklyPence: number;
}

/** What every day from one to another is worth together, counted day by day and rounded nowhere: in sevenths
 * of a penny. */
export function sevenths(changes: readonly WorthFrom[], from: string, to: string): number {
  let sum = 0;
  let at = 0;
  for (const day of daysFromTo(from, to)) {
    for (let next = changes[at + 1]; next && next.from <= day; next = changes[at + 1]) at += 1;
    sum += changes[at]?.netWeeklyPence ?? Number.NaN;
  }
  return sum;
}
