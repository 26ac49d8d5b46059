import * as z from 'zod';
import { wellBeingAreaLabels } from '../codes/wellbeing-areas.ts';
import { accept, type Outcome } from '../outcome.ts';
import { CarerFinding, CarerOutcome, carerOutcomeLabels } from './carer-outcomes.ts';
import { Condition, decisionFields, Fluctuation, Reason, WellBeingJudgement } from './decision.ts';
import { incompleteIn } from './findings.ts';
import { schemeVersionOn } from './schemes.ts';

/** Everything that decides a carer's own eligibility. Whether the adult cared for is eligible is
 * not among it: the carer's test stands alone (Care Act 2014 s10; SI 2015/313 reg 3). */
export const CareActCarerInputs = z
  .strictObject({
    scheme: z.literal('care-act-2014-carer'),
    ...decisionFields,
    arisesFromNecessaryCare: z.strictObject({ holds: z.boolean(), evidence: Reason }),
    healthAtRisk: z.strictObject({ holds: z.boolean(), evidence: Reason }),
    fluctuation: Fluctuation,
    outcomes: z.record(CarerOutcome, CarerFinding),
    wellBeing: WellBeingJudgement,
  })
  .meta({ id: 'CareActCarerInputs' });
export type CareActCarerInputs = z.infer<typeof CareActCarerInputs>;

export const CareActCarerDetermination = z
  .strictObject({
    scheme: z.literal('care-act-2014-carer'),
    schemeVersion: z.string(),
    inputs: CareActCarerInputs,
    eligible: z.boolean(),
    conditions: z.array(Condition),
    outcomesNotAchieved: z.array(CarerOutcome),
  })
  .meta({ id: 'CareActCarerDetermination' });
export type CareActCarerDetermination = z.infer<typeof CareActCarerDetermination>;

/** Whether a carer's needs meet the eligibility criteria (Care Act 2014 s13; SI 2015/313 reg 3):
 * the needs come from necessary care, health is at risk or one outcome is out of reach, and
 * well-being suffers. Refused as `scheme-not-in-force` before 1 April 2015, and as
 * `determination-incomplete` when a finding contradicts itself or lacks its evidence. */
export function determineCarer(inputs: CareActCarerInputs): Outcome<CareActCarerDetermination> {
  const version = schemeVersionOn(inputs.scheme, inputs.decidedOn);
  if (!version.accepted) return version;
  const incomplete = incompleteIn(inputs);
  if (incomplete !== undefined) return incomplete;

  const outcomesNotAchieved = CarerOutcome.options.filter(
    (code) => !inputs.outcomes[code].achieved,
  );
  const conditions = conditionsOf(inputs, outcomesNotAchieved);
  return accept({
    scheme: inputs.scheme,
    schemeVersion: version.value,
    inputs,
    eligible: conditions.every(({ held }) => held),
    conditions,
    outcomesNotAchieved,
  });
}

function conditionsOf(
  inputs: CareActCarerInputs,
  notAchieved: readonly CarerOutcome[],
): Condition[] {
  const { arisesFromNecessaryCare, healthAtRisk, wellBeing } = inputs;
  const areas = wellBeing.areas.map((area) => wellBeingAreaLabels[area]).join('; ');
  return [
    {
      rule: 'SI 2015/313 reg 3(1)(a)',
      held: arisesFromNecessaryCare.holds,
      line: arisesFromNecessaryCare.holds
        ? 'The needs come from providing necessary care for an adult.'
        : 'The needs do not come from providing necessary care for an adult.',
    },
    {
      rule: 'SI 2015/313 reg 3(1)(b)',
      held: healthAtRisk.holds || notAchieved.length > 0,
      line: circumstancesLine(healthAtRisk.holds, notAchieved),
    },
    {
      rule: 'SI 2015/313 reg 3(1)(c)',
      held: wellBeing.significant,
      line: wellBeing.significant
        ? `There is, or is likely to be, a significant impact on well-being: ${areas}.`
        : 'There is no significant impact on well-being, and none is likely.',
    },
  ];
}

/** Either circumstance of reg 3(2) is enough: (a) the carer's health, or (b) any one outcome. */
function circumstancesLine(isHealthAtRisk: boolean, notAchieved: readonly CarerOutcome[]): string {
  const health = isHealthAtRisk
    ? "The carer's health is deteriorating or at risk of it"
    : "The carer's health is not at risk";
  if (notAchieved.length === 0) return `${health}, and all of the eight outcomes can be achieved.`;
  const named = notAchieved.map((code) => carerOutcomeLabels[code]).join('; ');
  return `${health}, and ${notAchieved.length} of the eight outcomes cannot be achieved: ${named}.`;
}
