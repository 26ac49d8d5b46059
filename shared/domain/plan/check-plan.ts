import type { CivilDate } from '../calendar/civil-date.ts';
import { formatPounds, type Pence } from '../money/pence.ts';
import type { Refusal } from '../outcome.ts';
import { checkContent } from './check-content.ts';
import { lineCostPence, type PlanLine, partOf } from './plan-line.ts';
import { planTotals } from './plan-totals.ts';
import { prohibitedPurchases, type SpendingRules } from './spending/prohibited.ts';
import { outcomeInWords } from './statement/line-in-words.ts';
import type { SupportPlan } from './support-plan.ts';

/** What a plan is checked against. */
export interface PlanContext extends SpendingRules {
  /** The codes of the outcomes that the determination found eligible. */
  readonly eligibleOutcomes: readonly string[];
  /** The indicative amount and the day on which the person was given it, once they were. */
  readonly indicativeBudget?: { readonly weeklyPence: Pence; readonly givenOn: CivilDate };
  readonly costCentres: readonly string[];
  /** Whether the plan is a carer's own. */
  readonly isCarers?: boolean;
}

function incomplete(detail: string, pointer: string): Refusal {
  return { kind: 'plan-incomplete', detail, pointer };
}

/** Care Act 2014 s18, s25(1)(c): each eligible outcome has a line or a reason why not. */
function coverage(plan: SupportPlan, eligibleOutcomes: readonly string[]): Refusal[] {
  const answered = new Set([
    ...plan.lines.map((line) => line.outcome),
    ...plan.notCovered.map((gap) => gap.outcome),
  ]);
  return eligibleOutcomes
    .filter((outcome) => !answered.has(outcome))
    .map((outcome) => ({
      kind: 'outcome-not-covered',
      detail: `${outcomeInWords(outcome)} (${outcome}) has neither a line nor a reason why not.`,
      pointer: '/lines',
    }));
}

function lineCost(line: PlanLine, index: number): Refusal[] {
  const field = line.kind === 'weekly' ? 'weeklyPence' : 'oneOffPence';
  const written = line.kind === 'weekly' ? line.weeklyPence : line.oneOffPence;
  const worked = lineCostPence(line);
  if (written === worked) return [];
  const detail = `Units times unit cost is ${formatPounds(worked)}, not ${formatPounds(written)}.`;
  return [{ kind: 'line-cost-differs', detail, pointer: `/lines/${index}/${field}` }];
}

function lineReferences(plan: SupportPlan, costCentres: readonly string[]): Refusal[] {
  const partIds = new Set(plan.parts.map((part) => part.id));
  return plan.lines.flatMap((line, index) => {
    const partId = partOf(line);
    const { funding } = line;
    const at = `/lines/${index}/funding`;
    return [
      ...(partId !== undefined && !partIds.has(partId)
        ? [incomplete(`The plan has no budget part ${partId}.`, `${at}/partId`)]
        : []),
      ...(funding.funder !== 'nhs' && !costCentres.includes(funding.costCentre)
        ? [incomplete(`${funding.costCentre} is not a cost centre.`, `${at}/costCentre`)]
        : []),
    ];
  });
}

/** A part that no line is paid from, or that hands out no money, is no part of a budget (Care Act 2014
 * s26): nobody would sign for it or show returns of nothing. What the council arranges may be free. */
function worthNothing({ lines, parts }: SupportPlan): Refusal[] {
  const { byPart } = planTotals(lines);
  return parts.flatMap(({ id, holding }, index) => {
    const { weeklyPence = 0, oneOffPence = 0 } = byPart[id] ?? {};
    const isUsed = lines.some((line) => partOf(line) === id);
    if (isUsed && (holding === 'council-managed' || weeklyPence + oneOffPence > 0)) return [];
    const detail = `The budget part ${id} is worth nothing: give it a line that costs something, or leave it out.`;
    return [{ kind: 'parts-do-not-add-up', detail, pointer: `/parts/${index}` }];
  });
}

function repeats(ids: readonly string[], pointer: string): Refusal[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [incomplete(`${id} appears twice.`, `${pointer}/${index}/id`)],
  );
}

/** Care Act 2014 s24(1)(b)-(c), s25(3): the options, direct payment among them, and the indicative
 * budget come before the plan; family and carers are brought in by permission. */
function beforePlanning(plan: SupportPlan, context: PlanContext): Refusal[] {
  const refusals: Refusal[] = plan.optionsDiscussed.flatMap((option, index) => {
    const withFamily = option.discussedWith.some((who) => who === 'family' || who === 'carer');
    return withFamily && option.familyPermission !== 'given'
      ? [
          incomplete(
            'Family and carers are brought in only by permission.',
            `/optionsDiscussed/${index}/familyPermission`,
          ),
        ]
      : [];
  });
  const hasDirectPayment = plan.optionsDiscussed.some(
    (option) => option.option === 'direct-payment' && option.discussedOn <= plan.writtenOn,
  );
  if (!hasDirectPayment) {
    const detail = 'A direct payment is talked through before the plan is written.';
    refusals.push(incomplete(detail, '/optionsDiscussed'));
  }
  const later = plan.optionsDiscussed.findIndex(({ discussedOn }) => discussedOn > plan.writtenOn);
  if (hasDirectPayment && later >= 0) {
    const detail = 'The ways of holding the budget are talked through before the plan is written.';
    refusals.push(incomplete(detail, `/optionsDiscussed/${later}/discussedOn`));
  }
  const given = context.indicativeBudget?.givenOn;
  if (given === undefined || given > plan.writtenOn) {
    refusals.push({
      kind: 'indicative-budget-not-given',
      detail: 'The person is given the indicative budget before the plan is written.',
      pointer: '/writtenOn',
    });
  }
  return refusals;
}

/** The indicative amount may be exceeded with a reason. A cash limit is never among the refusals:
 * money does not refuse a plan that meets eligible needs (Care Act 2014 s18, s26). */
function aboveIndicative(plan: SupportPlan, context: PlanContext): Refusal[] {
  const indicativeWeeklyPence = context.indicativeBudget?.weeklyPence ?? 0;
  const { weeklyPence } = planTotals(plan.lines).budget;
  if (weeklyPence <= indicativeWeeklyPence || plan.difference !== undefined) return [];
  const detail =
    `The plan costs ${formatPounds(weeklyPence)} a week and the indicative budget is ` +
    `${formatPounds(indicativeWeeklyPence)}: say why, and who agreed.`;
  return [{ kind: 'reason-needed', detail, pointer: '/difference' }];
}

/** Only a carer's needs are met by care for somebody else, and only with that adult's agreement (Care
 * Act 2014 s20(7)). */
function givenToOthers(plan: SupportPlan, { isCarers = false }: PlanContext): Refusal[] {
  return plan.lines.flatMap(({ component, givenToCaredFor }, index) => {
    const at = `/lines/${index}/givenToCaredFor`;
    if (!isCarers) {
      const detail = 'Only the plan of a carer gives care to somebody else.';
      return givenToCaredFor ? [incomplete(detail, at)] : [];
    }
    const isForCaredFor = component === 'Carer Respite' || component === 'Carer Sitting Service';
    if (isForCaredFor && !givenToCaredFor) {
      return [incomplete('Say who is cared for meanwhile, and when they agreed to it.', at)];
    }
    return givenToCaredFor && givenToCaredFor.agreedOn > plan.writtenOn
      ? [incomplete('They agree before the plan is written.', `${at}/agreedOn`)]
      : [];
  });
}

/** Everything that keeps a plan from sign-off, each with a pointer into it; none when the plan may
 * go on. Refusals: `outcome-not-covered`, `line-without-outcome`, `line-cost-differs`,
 * `parts-do-not-add-up`, `purchase-prohibited`, `reason-needed`, `indicative-budget-not-given`,
 * `plan-incomplete`. A plan without a line, for someone whose needs are met by a carer or others now,
 * needs only its reasons (Care Act 2014 s18(7)). */
export function checkPlan(plan: SupportPlan, context: PlanContext): readonly Refusal[] {
  return [
    ...coverage(plan, context.eligibleOutcomes),
    ...repeats(
      plan.lines.map((line) => line.id),
      '/lines',
    ),
    ...repeats(
      plan.parts.map((part) => part.id),
      '/parts',
    ),
    ...plan.lines.flatMap(lineCost),
    ...lineReferences(plan, context.costCentres),
    ...worthNothing(plan),
    ...givenToOthers(plan, context),
    ...prohibitedPurchases(plan, context),
    ...(plan.lines.length > 0 ? beforePlanning(plan, context) : []),
    ...aboveIndicative(plan, context),
    ...checkContent(plan, context.eligibleOutcomes),
  ];
}
