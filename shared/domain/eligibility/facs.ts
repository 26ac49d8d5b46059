import * as z from 'zod';
import { facsGuidanceOn } from '../codes/law-in-force.ts';
import { accept, type Outcome } from '../outcome.ts';
import { Condition, decisionFields, Reason } from './decision.ts';
import { FacsBand, FacsIndicator, facsBandOf, facsIndicatorLabels } from './facs-indicators.ts';
import { schemeVersionOn } from './schemes.ts';

/** Everything that decides eligibility under FACS. The threshold is the council's own, and is kept
 * with the decision because councils changed theirs. */
export const FacsInputs = z
  .strictObject({
    scheme: z.literal('facs'),
    ...decisionFields,
    threshold: FacsBand,
    indicators: z
      .array(z.strictObject({ code: FacsIndicator, evidence: Reason }))
      .max(FacsIndicator.options.length),
  })
  .meta({ id: 'FacsInputs' });
export type FacsInputs = z.infer<typeof FacsInputs>;

export const FacsDetermination = z
  .strictObject({
    scheme: z.literal('facs'),
    schemeVersion: z.string(),
    inputs: FacsInputs,
    eligible: z.boolean(),
    conditions: z.array(Condition),
    /** Null when nothing that FACS counts was found. */
    band: FacsBand.nullable(),
  })
  .meta({ id: 'FacsDetermination' });
export type FacsDetermination = z.infer<typeof FacsDetermination>;

/** Whether the band that was found is at or above the council's threshold (LAC(2002)13; from
 * 2010, Prioritising need). Refused as `scheme-not-in-force` for any decision on or after 1 April
 * 2015. */
export function determineFacs(inputs: FacsInputs): Outcome<FacsDetermination> {
  const version = schemeVersionOn(inputs.scheme, inputs.decidedOn);
  if (!version.accepted) return version;

  const band = facsBandOf(inputs.indicators.map(({ code }) => code));
  const conditions = [bandCondition(inputs, band), thresholdCondition(inputs, band)];
  return accept({
    scheme: inputs.scheme,
    schemeVersion: version.value,
    inputs,
    eligible: conditions.every(({ held }) => held),
    conditions,
    band,
  });
}

function bandCondition(inputs: FacsInputs, band: FacsBand | null): Condition {
  const triggers = inputs.indicators
    .map(({ code }) => code)
    .filter((code) => facsBandOf([code]) === band)
    .map((code) => facsIndicatorLabels[code]);
  return {
    rule: `${facsGuidanceOn(inputs.decidedOn)}, eligibility bands`,
    held: band !== null,
    line:
      band === null
        ? 'Nothing was found that puts the needs in a band.'
        : `The needs are ${band}: ${[...new Set(triggers)].join('; ')}.`,
  };
}

function thresholdCondition(inputs: FacsInputs, band: FacsBand | null): Condition {
  const isMet = isAtOrAbove(band, inputs.threshold);
  return {
    rule: `${facsGuidanceOn(inputs.decidedOn)}, the council's threshold`,
    held: isMet,
    line: isMet
      ? `The council meets needs that are ${inputs.threshold} or above.`
      : `The council meets needs only when they are ${inputs.threshold} or above.`,
  };
}

/** Whether a band is the threshold or a higher one; no band never is. */
export function isAtOrAbove(band: FacsBand | null, threshold: FacsBand): boolean {
  return band !== null && FacsBand.options.indexOf(band) <= FacsBand.options.indexOf(threshold);
}
