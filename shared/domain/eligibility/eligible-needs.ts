import type { AdultOutcome } from './adult-outcomes.ts';
import type { CarerOutcome } from './carer-outcomes.ts';
import type { Determination } from './determination.ts';
import { isAtOrAbove } from './facs.ts';
import { type FacsIndicator, facsBandOf } from './facs-indicators.ts';

/** A carer may be eligible by health alone (SI 2015/313 reg 3(2)(a)), which is no outcome but must
 * be planned for like one. */
export type EligibleNeed = AdultOutcome | CarerOutcome | 'CARER-HEALTH' | FacsIndicator;

/** The needs that a plan must cover or explain (Care Act 2014 s25(1)), none when the person is not
 * eligible. Under FACS these are the needs at or above the council's threshold. */
export function eligibleNeeds(determination: Determination): readonly EligibleNeed[] {
  if (!determination.eligible) return [];
  switch (determination.scheme) {
    case 'care-act-2014':
      return determination.outcomesNotAchieved;
    case 'care-act-2014-carer':
      return determination.inputs.healthAtRisk.holds
        ? ['CARER-HEALTH', ...determination.outcomesNotAchieved]
        : determination.outcomesNotAchieved;
    case 'facs': {
      const { indicators, threshold } = determination.inputs;
      const codes = new Set(indicators.map(({ code }) => code));
      return [...codes].filter((code) => isAtOrAbove(facsBandOf([code]), threshold));
    }
  }
}

/** What later decisions need to know of a determination. */
export function eligibilityFacts(determination: Determination) {
  return {
    scheme: determination.scheme,
    isEligible: determination.eligible,
    decidedOn: determination.inputs.decidedOn,
    outcomes: [...eligibleNeeds(determination)],
  };
}
