import * as z from 'zod';
import { EnteredPence } from '../../money/pence.ts';
import { GuaranteeRate } from '../means/guarantee-rates.ts';

/** The benefits of which a council may leave the night's part out. */
const NightCareBenefit = z.enum(['attendance-allowance', 'dla-care', 'pip-daily-living']);

/** What a council may decide for itself about charges, each of it in the person's favour and none
 * of it on unless the council says so (Care and support statutory guidance, chapter 8). */
export const LocalKnobs = z
  .strictObject({
    /** Only so much of what is left over is asked for. */
    disposableIncomePercent: z.int().min(1).max(100).optional(),
    /** Nobody whose means are assessed pays more for care at home. */
    weeklyMaximumPence: EnteredPence.optional(),
    /** Less than this is not collected. */
    minimumCollectedPence: EnteredPence.optional(),
    /** More than the law leaves to a person: instead of its basic amounts, a percentage of all of
     * it, or a sum on top. */
    guarantee: z
      .strictObject({
        amounts: z.partialRecord(GuaranteeRate, EnteredPence).optional(),
        percent: z.int().min(100).max(200).optional(),
        extraWeeklyPence: EnteredPence.optional(),
      })
      .optional(),
    /** Expenses that nobody needs to prove. Whoever proves more has more. */
    standardExpensesWeeklyPence: EnteredPence.optional(),
    /** Expenses count although no benefit for disability does. */
    allowsExpensesWithoutBenefit: z.boolean().optional(),
    /** Leaves the night's part of these benefits out where the council arranges no night care. */
    nightCareDisregard: z.strictObject({ benefits: z.array(NightCareBenefit).min(1) }).optional(),
    ignoresSavingsCredit: z.boolean().optional(),
    /** For all but permanent residents of care homes. */
    upperCapitalLimitPence: EnteredPence.optional(),
    /** What it costs to arrange the care of somebody who pays all of it (SI 2014/2672 reg 5). */
    arrangementFee: z
      .strictObject({ oneOffPence: EnteredPence, yearlyPence: EnteredPence })
      .optional(),
  })
  .meta({ id: 'LocalKnobs' });
export type LocalKnobs = z.infer<typeof LocalKnobs>;
