import { adultOutcomeLabels } from '../adult-outcomes.ts';
import type { CareActAdultDetermination } from '../care-act-adult.ts';
import type { CareActCarerDetermination } from '../care-act-carer.ts';
import { carerOutcomeLabels } from '../carer-outcomes.ts';
import type { Determination } from '../determination.ts';
import type { FacsDetermination } from '../facs.ts';
import { facsIndicatorLabels } from '../facs-indicators.ts';
import { adultLimbs, carerLimbs, type Limb } from './limb-words.ts';

/** The determination in words that the person can read, a line to each point and the rule beside
 * it: the written record of the decision and its reasons (Care Act 2014 s13(2)). */
export function explainDetermination(determination: Determination): readonly string[] {
  return [
    verdictLine(determination),
    ...determination.conditions.map(({ line, rule }) => `${line} (${rule})`),
    ...detailLines(determination),
    `Decided by ${determination.inputs.decidedBy.name} on ${determination.inputs.decidedOn}.`,
  ];
}

function verdictLine({ eligible, scheme }: Determination): string {
  const whose = scheme === 'care-act-2014-carer' ? 'Your needs as a carer' : 'Your needs';
  return eligible
    ? `${whose} are eligible for support.`
    : `${whose} are not eligible for support. We will tell you in writing what can help.`;
}

function detailLines(determination: Determination): readonly string[] {
  switch (determination.scheme) {
    case 'care-act-2014':
      return adultLines(determination);
    case 'care-act-2014-carer':
      return carerLines(determination);
    case 'facs':
      return facsLines(determination);
  }
}

function adultLines({ inputs, outcomesNotAchieved, ...rest }: CareActAdultDetermination): string[] {
  const found = outcomesNotAchieved.map((code) => {
    const { limbs, evidence } = inputs.outcomes[code];
    return outcomeLine(
      adultOutcomeLabels[code],
      limbs.map((limb) => adultLimbs[limb]),
      evidence,
    );
  });
  const byCarer = rest.outcomesMetByCarerNow.map(
    (code) =>
      `A carer helps you now with ${adultOutcomeLabels[code]}. This did not change the decision.`,
  );
  return [...found, ...byCarer, `Well-being: ${inputs.wellBeing.reason}`];
}

function carerLines({ inputs, outcomesNotAchieved }: CareActCarerDetermination): string[] {
  const found = outcomesNotAchieved.map((code) => {
    const { limbs, evidence } = inputs.outcomes[code];
    return outcomeLine(
      carerOutcomeLabels[code],
      limbs.map((limb) => carerLimbs[limb]),
      evidence,
    );
  });
  return [...found, `Well-being: ${inputs.wellBeing.reason}`];
}

function facsLines({ inputs }: FacsDetermination): string[] {
  return inputs.indicators.map(
    ({ code, evidence }) => `We found that ${facsIndicatorLabels[code]}: ${evidence}`,
  );
}

function outcomeLine(label: string, limbs: readonly Limb[], evidence: string): string {
  const why = limbs.map(({ words, rule }) => `${words} (${rule})`).join('; ');
  return `${capitalised(label)}: ${why}. ${evidence}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
