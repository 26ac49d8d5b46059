import * as z from 'zod';
import { LimitHolder } from '../budget/delegated-limits.ts';
import { BudgetHolding } from '../budget/holding.ts';
import { ContributionBasis, Payee } from '../budget/personal-budget.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence } from '../money/pence.ts';
import { PlanBuys } from './spending/plan-buys.ts';
import { PurchaseCategory } from './spending/purchase-category.ts';

const Version = z.int().positive();

/** A line that buys something once. Its key names the plan that held it first and goes with the line from
 * plan to plan. */
export const BoughtOnce = z.strictObject({
  id: z.string(),
  lineId: z.string(),
  pence: Pence,
  /** What it buys; absent of plans from before this was kept. */
  purchase: PurchaseCategory.exactOptional(),
  /** The cost centre that bears it; absent of plans from before this was kept. */
  costCentre: z.string().exactOptional(),
  /** The version of that plan. */
  since: Version,
  /** It was part of something else when it was first bought: another payee's money, or the council's own
   * order. */
  isElsewhere: z.literal(true).exactOptional(),
});
export type BoughtOnce = z.infer<typeof BoughtOnce>;

/** One part of the personal budget, as far as later decisions need it. */
export const BudgetPartState = z.strictObject({
  id: z.string(),
  holding: BudgetHolding,
  weeklyPence: Pence,
  oneOffPence: Pence,
  /** What of the weekly amount the person may be charged for: never after-care under s117 of the
   * Mental Health Act 1983 (SI 2014/2672 reg 4). */
  chargeableWeeklyPence: Pence,
  /** What of it is bought once, line by line, under the key by which it is paid at most once. */
  boughtOnce: z.array(BoughtOnce).exactOptional(),
  /** How the part's cost falls to cost centres, in pence: by the week, or once where nothing is weekly. */
  costs: z.record(z.string(), Pence).exactOptional(),
  /** Contribution taken off before payment (net) or invoiced apart (gross). */
  contribution: ContributionBasis,
  /** Who receives a direct payment; null for what the person does not hold. */
  payee: Payee.nullable(),
  /** The direct payment agreement, once it has been asked for. */
  agreementId: z.string().nullable(),
});
export type BudgetPartState = z.infer<typeof BudgetPartState>;

/** The newest plan as it was written, on its way to sign-off and to the start. */
export const PlanState = z.strictObject({
  version: Version,
  /** The day on which it was written; absent of plans from before this was kept. */
  writtenOn: CivilDate.exactOptional(),
  /** The version before it; absent of the first. */
  before: Version.exactOptional(),
  /** The round of support planning in which it was written: an older plan cannot be agreed
   * again. */
  round: z.int().positive(),
  /** The staff member who recorded the plan: may not hold the budget manager's key. */
  recordedBy: z.string(),
  /** The staff member who wrote it, where one did. */
  staffAuthor: z.string().nullable(),
  /** Who else of the staff wrote at it, or wrote or recorded an earlier version of the same round: to have
   * a plan written out again by somebody else makes nobody's hand in it undone. */
  writtenBefore: z.array(z.string()).optional(),
  weeklyPence: Pence,
  oneOffPence: Pence,
  /** The day on which the budget is meant to begin; absent of plans from before this was kept. */
  budgetFrom: CivilDate.exactOptional(),
  parts: z.array(BudgetPartState),
  /** Absent of plans from before this was kept. */
  buys: PlanBuys.exactOptional(),
  /** The first day on which the budget may start: the eighteenth birthday, where that lies
   * ahead. */
  notBefore: z.iso.date().nullable(),
  agreed: z.enum(['not-yet', 'agreed', 'disagreed', 'returned']),
  /** The event by which the person had said from home what they do not agree with, once that was answered. */
  saidAtHome: Version.exactOptional(),
  /** Whose limit reaches the budget, once it went up; absent before. */
  goesTo: LimitHolder.exactOptional(),
});
export type PlanState = z.infer<typeof PlanState>;

/** The plan that is being carried out; a new one supersedes it on the day that it starts. */
export const LivePlan = z.strictObject({
  planVersion: Version,
  /** The actual first day of support, never a planned one. */
  startedOn: z.iso.date(),
  /** The first day of support without a break, where it began under an earlier plan. */
  since: z.iso.date().optional(),
  weeklyPence: Pence,
  parts: z.array(
    BudgetPartState.extend({
      startedOn: z.iso.date(),
      /** The first day that its agreement pays, where another one paid the days before and is settled. */
      paidFrom: CivilDate.exactOptional(),
    }),
  ),
  buys: PlanBuys.exactOptional(),
  /** The events by which the person, or a worker for them, answered the plan, where they did not agree with
   * it, at first or at all. */
  disagreed: z
    .strictObject({ saidAtHome: Version.exactOptional(), agreement: Version.exactOptional() })
    .exactOptional(),
  practitionerKeyBy: z.string(),
  budgetKeyBy: z.string(),
});
export type LivePlan = z.infer<typeof LivePlan>;
