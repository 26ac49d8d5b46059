import type { CivilDate } from '../../calendar/civil-date.ts';
import type { Refusal } from '../../outcome.ts';
import { type Funder, type PlanLine, partOf } from '../plan-line.ts';
import { directPaymentRegulations, planningLaw } from '../planning-law.ts';
import type { SupportPlan } from '../support-plan.ts';
import { isBeyondFourWeeks } from './care-home-limit.ts';
import type { CareHomeStay } from './care-home-stay.ts';
import type { PurchaseCategory } from './purchase-category.ts';
import { isCareHome, type ServiceComponent } from './service-component.ts';

/** What the council adds to the law's own limits. */
export interface PurchaseRules {
  /** Categories that the council does not pay for unless a practitioner names the outcome
   * served. */
  readonly exclusions: readonly PurchaseCategory[];
  /** Nights at home below which two stays in a care home count as one. */
  readonly careHomeGapDays: number;
}

export interface SpendingRules extends PurchaseRules {
  /** The stays in care homes that direct payments have bought for the person besides. */
  readonly staysBought?: readonly CareHomeStay[];
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

/** As much of what is bought as the limits on a budget look at: a line of a plan, or what is paid for once
 * beside it. */
export interface Purchase
  extends Pick<PlanLine, 'purchase' | 'necessity' | 'exclusionOverride' | 'careHomeStays'> {
  /** Left out of what is never paid directly. */
  readonly supporter?: PlanLine['supporter'];
  readonly component?: ServiceComponent;
  readonly funding?: { readonly funder: Funder };
}

export interface JudgedPurchase {
  readonly purchase: Purchase;
  /** Where its fields stand in what was asked for. */
  readonly at: string;
  readonly isPaidDirectly: boolean;
}

function refusal({ at }: JudgedPurchase, field: string, detail: string): Refusal {
  return { kind: 'purchase-prohibited', detail, pointer: `${at}/${field}` };
}

function byStatute(judged: JudgedPurchase, on: CivilDate): Refusal | undefined {
  const { purchase, funding } = judged.purchase;
  const what = neverAllowed(purchase, on);
  if (what === undefined) return undefined;
  // A plan may show what the NHS itself pays for; only the budget may not buy it.
  if (purchase === 'nhs-healthcare' && funding?.funder === 'nhs') return undefined;
  return refusal(judged, 'purchase', `A budget may not buy ${what}.`);
}

/** SI 2014/2871 reg 3, and the regulations before it: a partner or close relative in the same household is
 * not paid for care from a direct payment unless the council finds it necessary. Paying them to manage it
 * may be allowed. */
function bySameHousehold(judged: JudgedPurchase, on: CivilDate): Refusal | undefined {
  const { supporter, purchase, necessity } = judged.purchase;
  const isSameHousehold =
    supporter?.kind === 'person' &&
    supporter.relationship === 'partner-or-close-relative-in-same-household';
  if (!isSameHousehold || !careCategories.has(purchase) || necessity !== undefined) {
    return undefined;
  }
  const detail =
    'A direct payment may not pay a partner or close relative in the same household for care ' +
    `unless the council finds it necessary (${directPaymentRegulations(on)}).`;
  return refusal(judged, 'necessity', detail);
}

function byCouncil(judged: JudgedPurchase, { exclusions }: PurchaseRules): Refusal | undefined {
  const { purchase, exclusionOverride } = judged.purchase;
  if (!exclusions.includes(purchase) || exclusionOverride !== undefined) return undefined;
  const detail =
    `The council does not pay for ${purchase} from a budget, ` +
    'unless a practitioner names the outcome that it serves.';
  return refusal(judged, 'exclusionOverride', detail);
}

/** Whether what is bought is a stay in a care home. Whatever names its nights is one: a carer's rest or a
 * holiday there is counted with the others. */
export function isCareHomeStay({ purchase, component, careHomeStays }: Purchase): boolean {
  const isNamed = purchase === 'care-home-stay' || careHomeStays !== undefined;
  return isNamed || (component !== undefined && isCareHome(component));
}

/** All that direct payments buy together, and have bought: the limit is the person's, not the line's. */
function careHomeRefusals(
  paidDirectly: readonly JudgedPurchase[],
  { careHomeGapDays, staysBought }: SpendingRules,
  on: CivilDate,
): Refusal[] {
  const inCareHome = paidDirectly.filter(({ purchase }) => isCareHomeStay(purchase));
  const undated = inCareHome
    .filter(({ purchase }) => purchase.careHomeStays === undefined)
    .map(({ at }): Refusal => {
      const detail = 'Give the nights of each stay in a care home that a direct payment buys.';
      return { kind: 'plan-incomplete', detail, pointer: `${at}/careHomeStays` };
    });
  const stays = inCareHome.flatMap(({ purchase }) => purchase.careHomeStays ?? []);
  const first = inCareHome[0];
  if (first === undefined || !isBeyondFourWeeks(stays, careHomeGapDays, staysBought)) {
    return undated;
  }
  const detail =
    'A direct payment may not buy more than four consecutive weeks in a care home in twelve ' +
    `months (${directPaymentRegulations(on)}).`;
  return [...undated, refusal(first, 'careHomeStays', detail)];
}

/** What of these purchases no budget may buy, each refused as `purchase-prohibited` with the
 * law or the council's rule named. Nothing is guessed from free text: flooring that lets a
 * wheelchair user move about at home is a home adaptation and passes. */
export function prohibitedAmong(
  judged: readonly JudgedPurchase[],
  rules: SpendingRules,
  on: CivilDate,
): Refusal[] {
  const paidDirectly = judged.filter(({ isPaidDirectly }) => isPaidDirectly);
  return [
    ...judged.map((each) => byStatute(each, on)),
    ...paidDirectly.map((each) => bySameHousehold(each, on)),
    ...judged.map((each) => byCouncil(each, rules)),
    ...careHomeRefusals(paidDirectly, rules, on),
  ].filter((found) => found !== undefined);
}

/** Everything in a plan that its budget may not buy. */
export function prohibitedPurchases(
  plan: LinesAndParts & Pick<SupportPlan, 'writtenOn'>,
  rules: SpendingRules,
): Refusal[] {
  const direct = directPartsOf(plan);
  const judged = plan.lines.map((purchase, index) => ({
    purchase,
    at: `/lines/${index}`,
    isPaidDirectly: direct.has(partOf(purchase) ?? ''),
  }));
  return prohibitedAmong(judged, rules, plan.writtenOn);
}

/** What of a plan says how its lines are paid for. */
export interface LinesAndParts {
  readonly lines: SupportPlan['lines'];
  readonly parts: readonly Pick<SupportPlan['parts'][number], 'id' | 'holding'>[];
}

/** The stays in care homes that a plan buys by direct payment. */
export function staysPaidDirectly(plan: LinesAndParts): CareHomeStay[] {
  const direct = directPartsOf(plan);
  return plan.lines
    .filter((line) => isCareHomeStay(line) && direct.has(partOf(line) ?? ''))
    .flatMap(({ careHomeStays }) => careHomeStays ?? []);
}

function directPartsOf({ parts }: Pick<LinesAndParts, 'parts'>): ReadonlySet<string> {
  const direct = parts.filter(({ holding }) => holding === 'direct-payment');
  return new Set(direct.map(({ id }) => id));
}
