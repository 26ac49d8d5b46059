import * as z from 'zod';
import { Pence } from '../money/pence.ts';
import type { Outcome } from '../outcome.ts';
import type { RunState } from './run-state.ts';

/** How many payments a run holds and what they add up to: always a sum of its entries, never a
 * counter that payments share. */
export const RunTotals = z
  .strictObject({ count: z.int().nonnegative(), pence: Pence })
  .meta({ id: 'RunTotals' });
export type RunTotals = z.infer<typeof RunTotals>;

export interface RunChange {
  readonly type:
    | 'run-drafted'
    | 'run-empty'
    | 'run-prepared'
    | 'run-approved'
    | 'run-rejected'
    | 'run-reissued'
    | 'run-cancelling'
    | 'run-cancelled'
    | 'run-sent';
  readonly body: unknown;
  readonly next: RunState;
}

export type RunDecision = Outcome<RunChange>;
