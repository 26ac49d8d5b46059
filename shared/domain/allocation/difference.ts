import * as z from 'zod';
import { Pence, SignedPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

export const DifferenceExplained = z
  .strictObject({
    reason: z.string().trim().min(1).max(4000),
    /** Who agreed that the final amount may differ: a person's id, as the log of events knows
     * it. */
    agreedBy: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'DifferenceExplained' });
export type DifferenceExplained = z.infer<typeof DifferenceExplained>;

/** How a final weekly amount stands to the indicative one, kept with the decision. */
export const AmountDifference = z
  .strictObject({
    indicativeWeeklyPence: Pence,
    finalWeeklyPence: Pence,
    /** Final less indicative: negative when the plan costs less. */
    differenceWeeklyPence: SignedPence,
    explained: DifferenceExplained.optional(),
  })
  .meta({ id: 'AmountDifference' });
export type AmountDifference = z.infer<typeof AmountDifference>;

/** Compares the final weekly amount with the indicative one, in pence. A difference either way
 * needs its reason and who agreed, because the result of a RAS is only a starting point and reasons
 * must show how the sum meets the need (Care Act 2014 s26; KM v Cambridgeshire [2012] UKSC 23).
 * Refuses `reason-needed`. */
export function settleDifference(
  amounts: { readonly indicativeWeeklyPence: Pence; readonly finalWeeklyPence: Pence },
  explained?: DifferenceExplained,
): Outcome<AmountDifference> {
  const { indicativeWeeklyPence, finalWeeklyPence } = amounts;
  const differenceWeeklyPence = finalWeeklyPence - indicativeWeeklyPence;
  const compared = { indicativeWeeklyPence, finalWeeklyPence, differenceWeeklyPence };
  if (differenceWeeklyPence === 0) return accept(compared);
  if (explained === undefined) {
    return refuse(
      'reason-needed',
      'The final amount differs from the indicative budget: say why, and who agreed.',
      '/difference',
    );
  }
  return accept({ ...compared, explained });
}
