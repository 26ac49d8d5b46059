import * as z from 'zod';
import { CareActAssessment } from './care-act-assessment.ts';
import { ManualDecision } from './manual-decision.ts';

/** What a person pays towards their support, and on what footing: worked from their means under the
 * Care Act, or before it a decision that somebody takes and signs. */
export const FinancialAssessment = z
  .discriminatedUnion('method', [CareActAssessment, ManualDecision])
  .meta({ id: 'FinancialAssessment' });
export type FinancialAssessment = z.infer<typeof FinancialAssessment>;
