import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { IncomeKind } from '../charging/means/income-kinds.ts';

/** What a new year's charges are worked from: the day on which its rates begin, and by how much each
 * kind of income rises. */
export const UpratingTerms = z
  .strictObject({
    /** The first day of the new rates, such as 6 April. */
    ratesFrom: CivilDate,
    /** In hundredths of a percent: 480 is 4.8%. A kind that is not named stays as it is. */
    incomeRisesBasisPoints: z.partialRecord(IncomeKind, z.int().min(0).max(10_000)).default({}),
  })
  .meta({
    id: 'UpratingTerms',
    description: 'The day on which new rates begin, and how much each kind of income rises',
    examples: [
      {
        ratesFrom: '2026-04-06',
        incomeRisesBasisPoints: { 'state-pension': 480, 'attendance-allowance': 380 },
      },
    ],
  });
export type UpratingTerms = z.infer<typeof UpratingTerms>;
