import { adultOutcomeLabels } from '../eligibility/adult-outcomes.ts';
import { carerOutcomeLabels } from '../eligibility/carer-outcomes.ts';
import { facsIndicatorLabels } from '../eligibility/facs-indicators.ts';
import type { Refusal } from '../outcome.ts';
import type { SupportPlan } from './support-plan.ts';

function incomplete(detail: string, pointer: string): Refusal {
  return { kind: 'plan-incomplete', detail, pointer };
}

/** What the statutory content of a plan lacks that its shape cannot say (Care Act 2014 s25(1)). */
export function checkContent(plan: SupportPlan, eligibleOutcomes: readonly string[]): Refusal[] {
  return [
    ...withoutOutcome(plan, eligibleOutcomes),
    ...unknownGaps(plan, eligibleOutcomes),
    ...noEligibleNeed(plan, eligibleOutcomes),
    ...unmetNeeds(plan),
    ...contingencyFaults(plan),
  ];
}

const outcomesOfTheLaw = new Set(
  [adultOutcomeLabels, carerOutcomeLabels, facsIndicatorLabels].flatMap((each) =>
    Object.keys(each),
  ),
);

/** Each line serves an outcome that somebody can look up (s25(1)(c)-(d)). Needs that are not eligible may
 * be met too (s19(1)), so that any outcome of the law will do. */
function withoutOutcome({ lines }: SupportPlan, eligibleOutcomes: readonly string[]): Refusal[] {
  return lines.flatMap(({ outcome }, place) => {
    if (isKnown(outcome, eligibleOutcomes)) return [];
    const detail = `There is no outcome ${outcome}: say which outcome the line serves.`;
    return [{ kind: 'line-without-outcome', detail, pointer: `/lines/${place}/outcome` }];
  });
}

/** What is not covered is an outcome too: a code that nobody can look up gives a reason for nothing. */
function unknownGaps({ notCovered }: SupportPlan, eligibleOutcomes: readonly string[]): Refusal[] {
  return notCovered.flatMap(({ outcome }, place) =>
    isKnown(outcome, eligibleOutcomes)
      ? []
      : [incomplete(`There is no outcome ${outcome}.`, `/notCovered/${place}/outcome`)],
  );
}

function isKnown(outcome: string, eligibleOutcomes: readonly string[]): boolean {
  return eligibleOutcomes.includes(outcome) || outcomesOfTheLaw.has(outcome);
}

/** A plan says which of the needs are eligible (s25(1)(b)): where some were found, so does the plan. */
function noEligibleNeed({ needs }: SupportPlan, eligibleOutcomes: readonly string[]): Refusal[] {
  if (eligibleOutcomes.length === 0 || needs.some(({ isEligible }) => isEligible)) return [];
  return [incomplete('Eligible needs were found: say which of these they are.', '/needs')];
}

/** Eligible needs are met (s18), and by a carer only as far as one is willing and able (s18(7)). */
function unmetNeeds({ needs, informalSupport }: SupportPlan): Refusal[] {
  const hasCarer = informalSupport.some(({ isWilling, isAble }) => isWilling && isAble);
  return needs.flatMap(({ isEligible, metBy }, place) => {
    const at = `/needs/${place}/metBy`;
    if (!isEligible) return [];
    if (metBy === 'not-met') return [incomplete('An eligible need is met by somebody.', at)];
    const detail = 'Name under informal support who does this, willing and able to.';
    return metBy === 'carer-or-others' && !hasCarer ? [incomplete(detail, at)] : [];
  });
}

/** Every direct payment has its contingency, which somebody has tried. */
function contingencyFaults({ parts, contingency, writtenOn }: SupportPlan): Refusal[] {
  if (contingency === undefined) {
    const hasDirectPayment = parts.some((part) => part.holding === 'direct-payment');
    const detail = 'A direct payment needs a tested contingency: who covers, whom to call.';
    return hasDirectPayment ? [incomplete(detail, '/contingency')] : [];
  }
  return contingency.testedOn > writtenOn
    ? [incomplete('It is tested before the plan is written.', '/contingency/testedOn')]
    : [];
}
