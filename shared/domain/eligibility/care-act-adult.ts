import * as z from 'zod';
import { wellBeingAreaLabels } from '../codes/wellbeing-areas.ts';
import { accept, type Outcome } from '../outcome.ts';
import { AdultFinding, AdultOutcome, adultOutcomeLabels } from './adult-outcomes.ts';
import { Condition, decisionFields, Fluctuation, Reason, WellBeingJudgement } from './decision.ts';
import { incompleteIn } from './findings.ts';
import { schemeVersionOn } from './schemes.ts';

/** Outcomes that must be out of reach before an adult is eligible (SI 2015/313 reg 2(1)(b)). */
const OUTCOMES_NEEDED = 2;

/** Everything that decides an adult's eligibility under the Care Act. All ten outcomes are
 * answered. */
export const CareActAdultInputs = z
  .strictObject({
    scheme: z.literal('care-act-2014'),
    ...decisionFields,
    arisesFromImpairment: z.strictObject({ holds: z.boolean(), evidence: Reason }),
    fluctuation: Fluctuation,
    outcomes: z.record(AdultOutcome, AdultFinding),
    wellBeing: WellBeingJudgement,
  })
  .meta({ id: 'CareActAdultInputs' });
export type CareActAdultInputs = z.infer<typeof CareActAdultInputs>;

/** The decision with all that it was made from. What a carer does now is shown, and decides
 * nothing. */
export const CareActAdultDetermination = z
  .strictObject({
    scheme: z.literal('care-act-2014'),
    schemeVersion: z.string(),
    inputs: CareActAdultInputs,
    eligible: z.boolean(),
    conditions: z.array(Condition),
    outcomesNotAchieved: z.array(AdultOutcome),
    outcomesMetByCarerNow: z.array(AdultOutcome),
  })
  .meta({ id: 'CareActAdultDetermination' });
export type CareActAdultDetermination = z.infer<typeof CareActAdultDetermination>;

/** Whether an adult's needs meet the eligibility criteria (Care Act 2014 s13; SI 2015/313 reg 2):
 * all three conditions hold. Refused as `scheme-not-in-force` before 1 April 2015, and as
 * `determination-incomplete` when a finding contradicts itself or lacks its evidence. */
export function determineAdult(inputs: CareActAdultInputs): Outcome<CareActAdultDetermination> {
  const version = schemeVersionOn(inputs.scheme, inputs.decidedOn);
  if (!version.accepted) return version;
  const incomplete = incompleteIn(inputs);
  if (incomplete !== undefined) return incomplete;

  const outcomesNotAchieved = AdultOutcome.options.filter(
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
    outcomesMetByCarerNow: outcomesNotAchieved.filter(
      (code) => inputs.outcomes[code].carerHelpsNow,
    ),
  });
}

function conditionsOf(
  inputs: CareActAdultInputs,
  notAchieved: readonly AdultOutcome[],
): Condition[] {
  const { arisesFromImpairment, wellBeing } = inputs;
  const named = notAchieved.map((code) => adultOutcomeLabels[code]).join('; ');
  const areas = wellBeing.areas.map((area) => wellBeingAreaLabels[area]).join('; ');
  return [
    {
      rule: 'SI 2015/313 reg 2(1)(a)',
      held: arisesFromImpairment.holds,
      line: arisesFromImpairment.holds
        ? 'The needs come from a physical or mental impairment or illness.'
        : 'The needs do not come from a physical or mental impairment or illness.',
    },
    {
      rule: 'SI 2015/313 reg 2(1)(b)',
      held: notAchieved.length >= OUTCOMES_NEEDED,
      line:
        notAchieved.length === 0
          ? 'All of the ten outcomes can be achieved.'
          : `${notAchieved.length} of the ten outcomes cannot be achieved: ${named}.`,
    },
    {
      rule: 'SI 2015/313 reg 2(1)(c)',
      held: wellBeing.significant,
      line: wellBeing.significant
        ? `There is, or is likely to be, a significant impact on well-being: ${areas}.`
        : 'There is no significant impact on well-being, and none is likely.',
    },
  ];
}
