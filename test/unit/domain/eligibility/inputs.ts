import { type AdultLimb, AdultOutcome } from '#shared/domain/eligibility/adult-outcomes.ts';
import { CareActAdultInputs } from '#shared/domain/eligibility/care-act-adult.ts';
import { CareActCarerInputs } from '#shared/domain/eligibility/care-act-carer.ts';
import { type CarerLimb, CarerOutcome } from '#shared/domain/eligibility/carer-outcomes.ts';
import { FacsInputs } from '#shared/domain/eligibility/facs.ts';
import type { FacsBand, FacsIndicator } from '#shared/domain/eligibility/facs-indicators.ts';

const decidedBy = { id: 'practitioner-1', name: 'A Practitioner' };
const judged = {
  decidedOn: '2026-07-17',
  decidedBy,
  fluctuation: { isFluctuating: false, periodConsidered: '' },
  wellBeing: {
    significant: true,
    areas: ['personal-dignity'],
    reason: 'She has stopped leaving the house.',
  },
};

const achieved = { achieved: true, limbs: [], evidence: '' };
function notAchieved(limb: string) {
  return { achieved: false, limbs: [limb], evidence: 'Seen at the visit.' };
}

/** An adult whose needs come from illness, with a significant impact on well-being, and who cannot
 * achieve the outcomes named, each by the limb given. */
export function adult(
  limbs: Partial<Record<AdultOutcome, AdultLimb>>,
  others: Partial<CareActAdultInputs> = {},
): CareActAdultInputs {
  const findings = AdultOutcome.options.map((code) => {
    const limb = limbs[code];
    const finding = limb === undefined ? achieved : notAchieved(limb);
    return [code, { ...finding, carerHelpsNow: false }];
  });
  return CareActAdultInputs.parse({
    scheme: 'care-act-2014',
    ...judged,
    arisesFromImpairment: { holds: true, evidence: 'Multiple sclerosis.' },
    outcomes: Object.fromEntries(findings),
    ...others,
  });
}

/** A carer whose needs come from necessary care, in good health, with a significant impact on
 * well-being, and who cannot achieve the outcomes named, each by the limb given. */
export function carer(
  limbs: Partial<Record<CarerOutcome, CarerLimb>>,
  others: Partial<CareActCarerInputs> = {},
): CareActCarerInputs {
  const findings = CarerOutcome.options.map((code) => {
    const limb = limbs[code];
    return [code, limb === undefined ? achieved : notAchieved(limb)];
  });
  return CareActCarerInputs.parse({
    scheme: 'care-act-2014-carer',
    ...judged,
    arisesFromNecessaryCare: { holds: true, evidence: 'She washes and dresses her husband.' },
    healthAtRisk: { holds: false, evidence: 'Her doctor has no concerns.' },
    outcomes: Object.fromEntries(findings),
    ...others,
  });
}

/** A decision under FACS in 2008, on the indicators named. */
export function facs(
  codes: readonly FacsIndicator[],
  threshold: FacsBand = 'substantial',
  decidedOn = '2008-06-20',
): FacsInputs {
  const indicators = codes.map((code) => ({ code, evidence: 'Seen at the first visit.' }));
  return FacsInputs.parse({ scheme: 'facs', decidedOn, decidedBy, threshold, indicators });
}
