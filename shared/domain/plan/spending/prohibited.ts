import type { BudgetHolding } from '../../budget/holding.ts';
import type { Refusal } from '../../outcome.ts';
import { type PlanLine, partOf } from '../plan-line.ts';
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
const neverAllowed = new Map<PurchaseCategory, string>([
  ['nhs-healthcare', 'what the NHS must provide (Care Act 2014 s22)'],
  ['housing-duty', 'what a housing authority must provide (Care Act 2014 s23)'],
  ['illegal', 'anything that is against the law'],
]);

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

function byStatute(line: PlanLine, index: number): Refusal | undefined {
  const what = neverAllowed.get(line.purchase);
  if (what === undefined) return undefined;
  // A plan may show what the NHS itself pays for; only the budget may not buy it.
  if (line.purchase === 'nhs-healthcare' && line.funding.funder === 'nhs') return undefined;
  return refusal(index, 'purchase', `A budget may not buy ${what}.`);
}

/** SI 2014/2871 reg 3: a partner or close relative in the same household is not paid for care from
 * a direct payment unless the council finds it necessary. Paying them to manage it may be
 * allowed. */
function bySameHousehold(line: PlanLine, index: number): Refusal | undefined {
  const { supporter } = line;
  const isSameHousehold =
    supporter.kind === 'person' &&
    supporter.relationship === 'partner-or-close-relative-in-same-household';
  if (!isSameHousehold || !careCategories.has(line.purchase) || line.necessity !== undefined) {
    return undefined;
  }
  const detail =
    'A direct payment may not pay a partner or close relative in the same household for care ' +
    'unless the council finds it necessary (SI 2014/2871 reg 3).';
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
  gapDays: number,
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
    'months (SI 2014/2871).';
  return [...undated, refusal(first.index, 'careHomeStays', detail)];
}

/** Everything in a plan that its budget may not buy, each refused as `purchase-prohibited` with the
 * law or the council's rule named. Nothing is guessed from free text: flooring that lets a
 * wheelchair user move about at home is a home adaptation and passes. */
export function prohibitedPurchases(
  plan: Pick<SupportPlan, 'lines' | 'parts'>,
  rules: PurchaseRules,
): Refusal[] {
  const holdings = new Map<string, BudgetHolding>(
    plan.parts.map((part) => [part.id, part.holding]),
  );
  const numbered = plan.lines.map((line, index) => ({ line, index }));
  const paidDirectly = numbered.filter(
    ({ line }) => holdings.get(partOf(line) ?? '') === 'direct-payment',
  );
  return [
    ...numbered.map(({ line, index }) => byStatute(line, index)),
    ...paidDirectly.map(({ line, index }) => bySameHousehold(line, index)),
    ...numbered.map(({ line, index }) => byCouncil(line, index, rules)),
    ...careHomeRefusals(paidDirectly, rules.careHomeGapDays),
  ].filter((found) => found !== undefined);
}
