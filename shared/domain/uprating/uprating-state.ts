import * as z from 'zod';
import type { Outcome } from '../outcome.ts';
import { UpratingTerms } from './uprating-terms.ts';
import { UpratingTotals } from './uprating-totals.ts';

export const UpratingStatus = z
  .enum(['working-out', 'worked-out', 'committed', 'written', 'abandoned'])
  .meta({ id: 'UpratingStatus' });
export type UpratingStatus = z.infer<typeof UpratingStatus>;

const Written = z.strictObject({
  written: z.int().nonnegative(),
  /** Those that were assessed anew, or ended, between the dry run and this. */
  leftOut: z.int().nonnegative(),
});

/** Where a new year's uprating stands: worked out for everybody, looked at, and then written into each
 * case. */
export const UpratingState = z.strictObject({
  status: UpratingStatus,
  terms: UpratingTerms,
  oldRateVersion: z.string(),
  newRateVersion: z.string(),
  preparedBy: z.string(),
  decidedBy: z.string().nullable(),
  totals: UpratingTotals.nullable(),
  written: Written.nullable(),
  /** The ids of the newest requests and the events that answered them. */
  recent: z.array(z.tuple([z.string(), z.int().positive()])),
});
export type UpratingState = z.infer<typeof UpratingState>;

export interface UpratingChange {
  readonly type:
    | 'uprating-begun'
    | 'uprating-worked-out'
    | 'uprating-committed'
    | 'uprating-abandoned'
    | 'uprating-written';
  readonly body: unknown;
  readonly next: UpratingState;
}

export type UpratingDecision = Outcome<UpratingChange>;
