/** One line of the table: what was measured, and in what unit. */
export interface Measure {
  /** Names the measure for ever: budgets are kept under it. */
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** The least and the most of the runs whose median the value is. */
  readonly range?: readonly [number, number];
  /** The most that is aimed at. */
  readonly aim?: number;
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

export function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
