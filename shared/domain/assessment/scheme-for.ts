import type { CaseState } from '../case/case-state.ts';
import type { FacsBand } from '../eligibility/facs-indicators.ts';
import type { EligibilityScheme } from '../eligibility/schemes.ts';

/** The council's rule for adults on a day. */
export type AdultRule =
  | { readonly scheme: 'care-act-2014' }
  | { readonly scheme: 'facs'; readonly thresholdBand: FacsBand };

/** The scheme for the person whose case it is. The Care Act gave carers a test of their own; before
 * it, their needs were put in the same bands. */
export function schemeFor(kind: CaseState['kind'], rule: AdultRule): EligibilityScheme {
  return kind === 'carer' && rule.scheme === 'care-act-2014' ? 'care-act-2014-carer' : rule.scheme;
}
