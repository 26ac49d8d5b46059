import * as z from 'zod';
import { Slug } from '../../allocation/policy-item.ts';
import { CivilDate } from '../../calendar/civil-date.ts';
import { EnteredPence } from '../../money/pence.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import { RateName, rateLabels } from './rate-names.ts';

const Rate = z.strictObject({
  pence: EnteredPence,
  /** Whether somebody has read the amount where the government publishes it. */
  isReadAtSource: z.boolean(),
});

/** The amounts of one year, or of the years in which none of them changed. */
export const RateYear = z
  .strictObject({
    version: Slug,
    /** As people call it: `2024-25`. */
    year: z.string().regex(/^20\d\d-\d\d(\d\d)?$/),
    from: CivilDate,
    until: CivilDate,
    source: z.string().min(1).max(300),
    /** The version that put it right. It is kept, so that a charge which rested on it can be worked
     * again as it was. */
    replacedBy: Slug.optional(),
    amounts: z.partialRecord(RateName, Rate),
  })
  .refine(({ from, until }) => from <= until, 'ends before it begins');
export type RateYear = z.infer<typeof RateYear>;

/** An amount as a line of a charge names it. */
export const RateUsed = z
  .strictObject({ name: RateName, version: z.string(), isReadAtSource: z.boolean() })
  .meta({ id: 'RateUsed' });
export type RateUsed = z.infer<typeof RateUsed>;

export interface RateFound {
  readonly pence: number;
  readonly used: RateUsed;
}

/** An amount of the year. Refuses `rate-missing`, naming the amount and the year: an amount that
 * nobody has is never guessed. */
export function rateOf(rates: RateYear, name: RateName): Outcome<RateFound> {
  const rate = rates.amounts[name];
  if (rate === undefined) {
    return refuse('rate-missing', `The rates of ${rates.year} do not have ${rateLabels[name]}.`);
  }
  const { pence, isReadAtSource } = rate;
  return accept({ pence, used: { name, version: rates.version, isReadAtSource } });
}
