import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { facsGuidanceOn } from '../codes/law-in-force.ts';
import { Reason } from '../eligibility/decision.ts';
import { isAtOrAbove } from '../eligibility/facs.ts';
import { FacsIndicator, facsBandOf } from '../eligibility/facs-indicators.ts';
import { accept, refuse } from '../outcome.ts';
import type { AdultRule } from './scheme-for.ts';

/** The band that needs seem to be in, noted before anything is decided. */
export const EligibilityScreening = z
  .strictObject({
    at: z.enum(['referral', 'first-visit']),
    on: CivilDate,
    indicators: z
      .array(z.strictObject({ code: FacsIndicator, evidence: Reason }))
      .max(FacsIndicator.options.length),
  })
  .meta({ id: 'EligibilityScreening' });
export type EligibilityScreening = z.infer<typeof EligibilityScreening>;

/** Notes the FACS band at referral or at the first visit (LAC(2002)13; Prioritising need, 2010). It
 * decides nothing. Refuses `scheme-not-in-force` where the council did not use FACS on that day. */
export function screenEligibility(
  state: CaseState,
  input: EligibilityScreening,
  rule: AdultRule,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (input.on > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/on');
  }
  if (rule.scheme !== 'facs') {
    return refuse('scheme-not-in-force', 'The council does not use FACS on that day.', '/on');
  }
  const band = facsBandOf(input.indicators.map(({ code }) => code));
  return accept({
    type: 'eligibility-screened',
    body: {
      ...input,
      band,
      threshold: rule.thresholdBand,
      isAtThreshold: isAtOrAbove(band, rule.thresholdBand),
      rule: `${facsGuidanceOn(input.on)}, eligibility bands`,
    },
    next: withRecord(state, 'screening', moment),
  });
}
