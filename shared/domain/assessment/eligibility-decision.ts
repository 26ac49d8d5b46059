import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { AfterDetermination } from '../eligibility/after-determination.ts';
import { CareActAdultInputs } from '../eligibility/care-act-adult.ts';
import { CareActCarerInputs } from '../eligibility/care-act-carer.ts';
import { type DecisionMaker, Reason } from '../eligibility/decision.ts';
import type { DeterminationInputs } from '../eligibility/determination.ts';
import { FacsInputs } from '../eligibility/facs.ts';
import type { FacsBand } from '../eligibility/facs-indicators.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { ConcernBody } from '../safeguarding/concern.ts';
import { type NeedsFound, viewOfScheme } from './needs-found.ts';

/** What the decision adds to the assessment: the findings themselves are the assessment's. */
const Test = z.discriminatedUnion('scheme', [
  CareActAdultInputs.omit({ outcomes: true, decidedOn: true, decidedBy: true }),
  CareActCarerInputs.omit({ outcomes: true, decidedOn: true, decidedBy: true }),
  FacsInputs.omit({ threshold: true, decidedOn: true, decidedBy: true }),
]);

export const EligibilityDecision = z
  .strictObject({
    decidedOn: CivilDate,
    /** The name of whoever decides, as the person will read it. */
    decidedByName: z.string().trim().min(1).max(200),
    test: Test,
    whatFollows: z.discriminatedUnion('edge', [
      ...AfterDetermination.options,
      z.strictObject({ edge: z.literal('reablement-first'), whyReablement: Reason }),
    ]),
    /** What the person was told on how to come back, where the case ends here. */
    howToComeBack: Reason.optional(),
    concern: ConcernBody.optional(),
  })
  .meta({ id: 'EligibilityDecision' });
export type EligibilityDecision = z.infer<typeof EligibilityDecision>;

interface Basis {
  readonly needs: NeedsFound;
  readonly threshold: FacsBand | null;
  readonly decidedBy: DecisionMaker;
}

/** Puts the decision and the assessment together into all that eligibility is decided from. Refuses
 * `determination-incomplete` when the assessment was recorded for another scheme. */
export function determinationInputs(
  { test, decidedOn }: EligibilityDecision,
  { needs, threshold, decidedBy }: Basis,
): Outcome<DeterminationInputs> {
  if (test.scheme === 'care-act-2014' && needs.by === 'adult-outcomes') {
    return accept({ ...test, decidedOn, decidedBy, outcomes: needs.outcomes });
  }
  if (test.scheme === 'care-act-2014-carer' && needs.by === 'carer-outcomes') {
    return accept({ ...test, decidedOn, decidedBy, outcomes: needs.outcomes });
  }
  if (test.scheme === 'facs' && needs.by === 'facs-domains' && threshold !== null) {
    return accept({ ...test, decidedOn, decidedBy, threshold });
  }
  const detail = `Record the assessment by ${viewOfScheme[test.scheme]} first.`;
  return refuse('determination-incomplete', detail, '/test/scheme');
}
