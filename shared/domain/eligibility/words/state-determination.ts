import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { AdultOutcome, adultOutcomeLabels } from '../adult-outcomes.ts';
import type { CareActAdultDetermination } from '../care-act-adult.ts';
import type { CareActCarerDetermination } from '../care-act-carer.ts';
import { CarerOutcome, carerOutcomeLabels } from '../carer-outcomes.ts';
import { Condition } from '../decision.ts';
import type { Determination } from '../determination.ts';
import { facsIndicatorLabels } from '../facs-indicators.ts';
import { adultLimbs, carerLimbs, type Limb } from './limb-words.ts';

/** A finding on its own line: what it is about, what was found, why, and the rule that it answers. */
const Found = z
  .strictObject({ about: z.string(), found: z.string(), why: z.string(), rule: z.string() })
  .meta({ id: 'DeterminationFinding' });
type Found = z.infer<typeof Found>;

/** A determination as the person gets it: each test that the law asks, whether it held and on what
 * evidence, and each finding with its rule (Care Act 2014 s13(2)). */
export const DeterminationStatement = z
  .strictObject({
    isEligible: z.boolean(),
    decision: z.string(),
    decidedOn: CivilDate,
    decidedBy: z.string(),
    schemeVersion: z.string(),
    /** All of them must hold. */
    tests: z.array(Condition.extend({ evidence: z.string() })),
    findings: z.array(Found),
    notes: z.array(z.string()),
  })
  .meta({ id: 'DeterminationStatement' });
export type DeterminationStatement = z.infer<typeof DeterminationStatement>;

/** Says a determination line by line. Every outcome that was considered has its line, also those that
 * can be achieved, because a person who is not eligible must see that each was looked at. */
export function stateDetermination(determination: Determination): DeterminationStatement {
  const { eligible, scheme, inputs, schemeVersion, conditions } = determination;
  const whose = scheme === 'care-act-2014-carer' ? 'Your needs as a carer' : 'Your needs';
  const { evidence, findings, notes } = foundIn(determination);
  return {
    isEligible: eligible,
    decision: `${whose} are ${eligible ? '' : 'not '}eligible for support.`,
    decidedOn: inputs.decidedOn,
    decidedBy: inputs.decidedBy.name,
    schemeVersion,
    tests: conditions.map((condition, place) => ({
      ...condition,
      evidence: evidence[place] ?? '',
    })),
    findings,
    notes,
  };
}

interface InWords {
  /** The evidence for each condition, in the order of the conditions. */
  readonly evidence: readonly string[];
  readonly findings: Found[];
  readonly notes: string[];
}

function foundIn(determination: Determination): InWords {
  switch (determination.scheme) {
    case 'care-act-2014':
      return adultInWords(determination);
    case 'care-act-2014-carer':
      return carerInWords(determination);
    case 'facs':
      return {
        evidence: [],
        findings: determination.inputs.indicators.map(({ code, evidence }) => ({
          about: asSentence(facsIndicatorLabels[code]),
          found: 'We found this.',
          why: evidence,
          rule: determination.conditions[0]?.rule ?? '',
        })),
        notes: [],
      };
  }
}

function adultInWords({ inputs, outcomesMetByCarerNow }: CareActAdultDetermination): InWords {
  const { arisesFromImpairment, wellBeing, fluctuation } = inputs;
  return {
    evidence: [arisesFromImpairment.evidence, '', wellBeing.reason],
    findings: AdultOutcome.options.map((code, place) => {
      const { limbs, ...finding } = inputs.outcomes[code];
      const rule = `SI 2015/313 reg 2(2)(${'abcdefghij'[place]})`;
      const about = adultOutcomeLabels[code];
      return findingOf({ ...finding, about, rule, limbs: limbs.map((limb) => adultLimbs[limb]) });
    }),
    notes: [
      ...changing(fluctuation, 'reg 2(4)'),
      ...outcomesMetByCarerNow.map(
        (code) =>
          `A carer helps you now with ${adultOutcomeLabels[code]}. This did not change the decision (statutory guidance, chapter 6).`,
      ),
    ],
  };
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];

function carerInWords({ inputs }: CareActCarerDetermination): InWords {
  const { arisesFromNecessaryCare, healthAtRisk, wellBeing, fluctuation } = inputs;
  const health = {
    about: 'Your health',
    found: healthAtRisk.holds ? 'It is at risk.' : 'It is not at risk.',
    why: healthAtRisk.evidence,
    rule: 'SI 2015/313 reg 3(2)(a)',
  };
  return {
    evidence: [arisesFromNecessaryCare.evidence, '', wellBeing.reason],
    findings: [
      health,
      ...CarerOutcome.options.map((code, place) => {
        const { limbs, ...finding } = inputs.outcomes[code];
        const rule = `SI 2015/313 reg 3(2)(b)(${romans[place]})`;
        const about = carerOutcomeLabels[code];
        return findingOf({ ...finding, about, rule, limbs: limbs.map((limb) => carerLimbs[limb]) });
      }),
    ],
    notes: changing(fluctuation, 'reg 3(4)'),
  };
}

function findingOf(finding: {
  readonly about: string;
  readonly achieved: boolean;
  readonly limbs: readonly Limb[];
  readonly evidence: string;
  readonly rule: string;
}): Found {
  const { about, achieved, limbs, evidence, rule } = finding;
  const why = limbs.map(({ words }) => words).join('; ');
  return {
    about: capitalised(about),
    found: achieved ? 'You can achieve this.' : 'You cannot achieve this.',
    why: [...(why === '' ? [] : [asSentence(why)]), evidence].filter(Boolean).join(' '),
    rule: [rule, ...limbs.map((limb) => limb.rule)].join(', '),
  };
}

function changing(
  { isFluctuating, periodConsidered }: { isFluctuating: boolean; periodConsidered: string },
  regulation: string,
): string[] {
  if (!isFluctuating) return [];
  return [
    `Your needs change from time to time. We looked at this period: ${periodConsidered} (SI 2015/313 ${regulation}).`,
  ];
}

function asSentence(text: string): string {
  return `${capitalised(text)}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
