import * as z from 'zod';
import { AdultFinding, AdultOutcome } from '../eligibility/adult-outcomes.ts';
import { CarerFinding, CarerOutcome } from '../eligibility/carer-outcomes.ts';
import { Reason } from '../eligibility/decision.ts';
import { incompleteFindings } from '../eligibility/findings.ts';
import type { EligibilityScheme } from '../eligibility/schemes.ts';
import { type Refused, refuse } from '../outcome.ts';

/** The four areas of independence in which needs were described before the Care Act (Fair Access to
 * Care Services, 2003). */
export const FacsDomain = z.enum([
  'autonomy-and-choice',
  'health-and-safety',
  'daily-routines',
  'family-and-community',
]);

/** The needs as they were found, in the view that the scheme of that day decides from. What a carer
 * does now stands beside each, and changes none. */
export const NeedsFound = z
  .discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('adult-outcomes'),
      outcomes: z.record(AdultOutcome, AdultFinding),
    }),
    z.strictObject({
      by: z.literal('carer-outcomes'),
      outcomes: z.record(CarerOutcome, CarerFinding),
    }),
    z.strictObject({
      by: z.literal('facs-domains'),
      needs: z
        .array(
          z.strictObject({
            domain: FacsDomain,
            need: Reason,
            outcomeWanted: Reason,
            carerHelpsNow: z.boolean(),
          }),
        )
        .min(1)
        .max(40),
    }),
  ])
  .meta({ id: 'NeedsFound' });
export type NeedsFound = z.infer<typeof NeedsFound>;

/** The view from which each scheme decides. */
export const viewOfScheme = {
  'care-act-2014': 'adult-outcomes',
  'care-act-2014-carer': 'carer-outcomes',
  facs: 'facs-domains',
} as const satisfies Record<EligibilityScheme, NeedsFound['by']>;

/** What keeps the needs from being decided upon: a view that the scheme of that day does not use,
 * or a finding that contradicts itself or lacks its evidence. */
export function incompleteNeeds(needs: NeedsFound, scheme: EligibilityScheme): Refused | undefined {
  const view = viewOfScheme[scheme];
  if (needs.by !== view) {
    return refuse(
      'determination-incomplete',
      `On that day needs are recorded by ${view}.`,
      '/needs/by',
    );
  }
  return needs.by === 'facs-domains'
    ? undefined
    : incompleteFindings(needs.outcomes, '/needs/outcomes');
}
