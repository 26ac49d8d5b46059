import type { BudgetHolding } from '../../budget/holding.ts';
import type { CivilDate } from '../../calendar/civil-date.ts';
import type { Refusal } from '../../outcome.ts';
import { type PlanLine, partOf } from '../plan-line.ts';
import { directPaymentRegulations, planningLaw } from '../planning-law.ts';
import type { SupportPlan } from '../support-plan.ts';
import { isBeyondFourWeeks } from './care-home-limit.ts';
import type { PurchaseCategory } from './purchase-category.ts';
import { isCareHome } from './service-component.ts';

/** What the council adds to the law's own limits. */
export interface PurchaseRules {
  /** Categories that the council does not pay for unless a practitioner names the outcome
   * served. */
  readonly exclusions: readonly PurchaseCategory[];
  /** Nights at home below which two stays in a care home count as one. */
  readonly careHomeGapDays: number;
}

/** What no budget may buy, whoever agrees: nobody can override these. */
function neverAllowed(purchase: PurchaseCategory, on: CivilDate): string | undefined {
  switch (purchase) {
    case 'nhs-healthcare':
      return `what the NHS must provide (${planningLaw('left-to-the-nhs', on)})`;
    case 'housing-duty':
      return `what a housing authority must provide (${planningLaw('left-to-housing', on)})`;
    case 'illegal':
      return 'anything that is against the law';
    default:
      return undefined;
  }
}

const careCategories: ReadonlySet<PurchaseCategory> = new Set([
  'personal-care',
  'support-at-home',
  'support-outside-home',
  'day-activity',
  'replacement-care',
  'meals',
  'transport',
  'learning-or-work',
  'leisure',
  'holiday',
  'other-support',
] as const);

function refusal(index: number, field: string, detail: string): Refusal {
  return { kind: 'purchase-prohibited', detail, pointer: `/lines/${index}/${field}` };
}

function byStatute(line: PlanLine, index: number, on: CivilDate): Refusal | undefined {
  const what = neverAllowed(line.purchase, on);
  if (what === undefined) return undefined;
  // A plan may show what the NHS itself pays for; only the budget may not buy it.
  if (line.purchase === 'nhs-healthcare' && line.funding.funder === 'nhs') return undefined;
  return refusal(index, 'purchase', `A budget may not buy ${what}.`);
}

/** SI 2014/2871 reg 3, and the regulations before it: a partner or close relative in the same household is not paid for care from
 * a direct payment unless the council finds it necessary. Paying them to manage it may be
 * allowed. */
function bySameHousehold(line: PlanLine, index: number, on: CivilDate): Refusal | undefined {
  const { supporter } = line;
  const isSameHousehold =
    supporter.kind === 'person' &&
    supporter.relationship === 'partner-or-close-relative-in-same-household';
  if (!isSameHousehold || !careCategories.has(line.purchase) || line.necessity !== undefined) {
    return undefined;
  }
  const detail =
    'A direct payment may not pay a partner or close relative in the same household for care ' +
    `unless the council finds it necessary (${directPaymentRegulations(on)}).`;
  return refusal(index, 'necessity', detail);
}

function byCouncil(line: PlanLine, index: number, rules: PurchaseRules): Refusal | undefined {
  if (!rules.exclusions.includes(line.purchase) || line.exclusionOverride !== undefined) {
    return undefined;
  }
  const detail =
    `The council does not pay for ${line.purchase} from a budget, ` +
    'unless a practitioner names the outcome that it serves.';
  return refusal(index, 'exclusionOverride', detail);
}

/** The stays of every direct payment line together: the limit is the person's, not the line's. */
function careHomeRefusals(
  lines: readonly { readonly line: PlanLine; readonly index: number }[],
  { gapDays, on }: { readonly gapDays: number; readonly on: CivilDate },
): Refusal[] {
  const stayLines = lines.filter(
    ({ line }) => line.purchase === 'care-home-stay' || isCareHome(line.component),
  );
  const undated = stayLines
    .filter(({ line }) => line.careHomeStays === undefined)
    .map(({ index }): Refusal => {
      const detail = 'Give the nights of each stay in a care home that a direct payment buys.';
      return { kind: 'plan-incomplete', detail, pointer: `/lines/${index}/careHomeStays` };
    });
  const stays = stayLines.flatMap(({ line }) => line.careHomeStays ?? []);
  const first = stayLines[0];
  if (first === undefined || !isBeyondFourWeeks(stays, gapDays)) return undated;
  const detail =
    'A direct payment may not buy more than four consecutive weeks in a care home in twelve ' +
    `months (${directPaymentRegulations(on)}).`;
  return [...undated, refusal(first.index, 'careHomeStays', detail)];
}

/** Everything in a plan that its budget may not buy, each refused as `purchase-prohibited` with the
 * law or the council's rule named. Nothing is guessed from free text: flooring that lets a
 * wheelchair user move about at home is a home adaptation and passes. */
export function prohibitedPurchases(
  plan: Pick<SupportPlan, 'lines' | 'parts' | 'writtenOn'>,
  rules: PurchaseRules,
): Refusal[] {
  const holdings = new Map<string, BudgetHolding>(
    plan.parts.map((part) => [part.id, part.holding]),
  );
  const { writtenOn: on } = plan;
  const numbered = plan.lines.map((line, index) => ({ line, index }));
  const paidDirectly = numbered.filter(
    ({ line }) => holdings.get(partOf(line) ?? '') === 'direct-payment',
  );
  return [
    ...numbered.map(({ line, index }) => byStatute(line, index, on)),
    ...paidDirectly.map(({ line, index }) => bySameHousehold(line, index, on)),
    ...numbered.map(({ line, index }) => byCouncil(line, index, rules)),
    ...careHomeRefusals(paidDirectly, { gapDays: rules.careHomeGapDays, on }),
  ].filter((found) => found !== undefined);
}
