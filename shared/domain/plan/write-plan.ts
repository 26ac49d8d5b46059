import { stateBudget } from '../budget/amounts.ts';
import { refusalBeforeEighteen } from '../budget/eighteenth-birthday.ts';
import { checkBudgetMatchesPlan } from '../budget/match-plan.ts';
import { checkBudget } from '../budget/personal-budget.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { openSteps } from '../journey/workflow.ts';
import { formatPounds } from '../money/pence.ts';
import { accept, type Refusal, type Refused, refuse, refuseAll } from '../outcome.ts';
import { checkPlan, type PlanContext } from './check-plan.ts';
import { budgetOf, partStates, type WrittenPlan } from './plan-input.ts';
import type { BudgetPartState, PlanState } from './plan-state.ts';
import { planTotals } from './plan-totals.ts';
import { planningLaw } from './planning-law.ts';
import { authorsOf } from './sign-off/sign-off.ts';
import { buysOf } from './spending/buys-of.ts';
import { offerFaults, type ProviderOffers } from './spending/priced-by-offer.ts';
import type { PurchaseRules } from './spending/prohibited.ts';
import { staysBoughtBesides } from './spending/stays-bought.ts';
import { staffAuthorsOf } from './support-plan.ts';
import { withBoughtOnce } from './versions/bought-once.ts';

export interface PlanSettings extends PurchaseRules {
  readonly costCentres: readonly { readonly id: string }[];
  readonly charging: { readonly provisionalWeeklyPence: number };
}

/** What a plan rests on besides the case. */
export interface PlanSources {
  readonly settings: PlanSettings;
  readonly eighteenth: CivilDate | null;
  /** The providers whose offers its lines name. */
  readonly providers?: readonly ProviderOffers[];
  /** The members of staff who wrote at a draft of it. */
  readonly drafted?: readonly string[];
}

/** Writes the support plan, or a new version of it, while it is being written: a version that was
 * agreed before is agreed no longer. Refuses `indicative-budget-not-given` before the person has
 * the indicative budget (Care Act 2014 s25(3), s26), `before-eighteenth-birthday`,
 * `reduction-needs-reassessment`, and whatever keeps the plan from sign-off. */
export function writePlan(
  state: CaseState,
  plan: WrittenPlan,
  about: PlanSources,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (!openSteps(state.workflow).includes('write-support-plan')) {
    return refuse('wrong-stage', 'The case is not waiting for a support plan.');
  }
  const { settings, eighteenth, providers = [] } = about;
  const context = contextOf(state, plan, settings);
  const refused =
    refusalOfTime(state, plan, moment) ??
    refusalBeforeEighteen(plan.budgetFrom, eighteenth, '/budgetFrom') ??
    refuseAll(
      [...checkPlan(plan, context), ...offerFaults(plan.lines, providers, plan.budgetFrom)],
      (count) => `${count} things keep the plan from sign-off.`,
    ) ??
    refusalToReduce(state, plan);
  if (refused) return refused;
  const budget = checkBudget(
    budgetOf(plan, state.finances, settings.charging.provisionalWeeklyPence),
  );
  if (!budget.accepted) return budget;
  const matching = checkBudgetMatchesPlan(budget.value, plan);
  if (!matching.accepted) return matching;
  // What was handed in, and what the person did not agree with, has been read once a version is recorded.
  const { planHandedIn: _read, planDisagreement: _heard, ...facts } = state;
  return accept({
    type: 'plan-written',
    body: {
      ...plan,
      totals: planTotals(plan.lines),
      budget: budget.value,
      statement: stateBudget(budget.value),
      checkedAgainst: context,
      outcome: 'progress-to-support-planning',
      rule: planningLaw('plan', moment.today),
    },
    next: withRecord(
      {
        ...facts,
        plan: planState(state, plan, about, moment),
        planKeyBy: null,
        budgetKeyBy: null,
      },
      'plan',
      moment,
    ),
  });
}

/** Everything that keeps the plan from sign-off on this case, each with a pointer into it. */
export function faultsIn(
  plan: WrittenPlan,
  state: OpenCase,
  settings: PlanSettings,
): readonly Refusal[] {
  const reduced = refusalToReduce(state, plan);
  return [
    ...checkPlan(plan, contextOf(state, plan, settings)),
    ...(reduced ? [reduced.refusal] : []),
  ];
}

function contextOf(
  state: OpenCase,
  { budgetFrom, writtenOn }: WrittenPlan,
  settings: PlanSettings,
): PlanContext {
  const { allocation, eligibility } = state;
  // The live plan has bought its nights at least until the next one is written.
  const from = budgetFrom > writtenOn ? budgetFrom : writtenOn;
  const staysBought = staysBoughtBesides(state, from);
  return {
    eligibleOutcomes: eligibility?.outcomes ?? [],
    ...(allocation?.givenOn
      ? { indicativeBudget: { weeklyPence: allocation.weeklyPence, givenOn: allocation.givenOn } }
      : {}),
    costCentres: settings.costCentres.map(({ id }) => id),
    ...(state.kind === 'carer' && { isCarers: true }),
    exclusions: settings.exclusions,
    careHomeGapDays: settings.careHomeGapDays,
    ...(staysBought.length > 0 && { staysBought }),
  };
}

function planState(
  state: OpenCase,
  plan: WrittenPlan,
  { eighteenth, drafted = [] }: PlanSources,
  moment: Moment,
): PlanState {
  const { weeklyPence, oneOffPence } = planTotals(plan.lines).budget;
  const round = state.workflow.rounds['support-planning'] ?? 1;
  const [staffAuthor = null, ...withThem] = staffAuthorsOf(plan);
  const earlier = state.plan?.round === round ? authorsOf(state.plan) : [];
  const writtenBefore = [...new Set([...earlier, ...withThem, ...drafted])];
  const { plan: versionBefore } = state.records;
  return {
    version: moment.event,
    writtenOn: plan.writtenOn,
    ...(versionBefore !== undefined && { before: versionBefore }),
    round,
    recordedBy: moment.actor.id,
    staffAuthor,
    ...(writtenBefore.length > 0 && { writtenBefore }),
    weeklyPence,
    oneOffPence,
    budgetFrom: plan.budgetFrom,
    parts: partStates(plan).map((part) =>
      withBoughtOnce({ ...part, agreementId: agreementFor(part, state) }, plan.lines, {
        version: moment.event,
        live: state.live,
      }),
    ),
    buys: buysOf(plan),
    notBefore: eighteenth !== null && eighteenth > moment.today ? eighteenth : null,
    agreed: 'not-yet',
  };
}

/** An agreement stays with its part and its payee from version to version, and into the plan that
 * supersedes the live one: another payee asks and signs anew. */
function agreementFor(part: BudgetPartState, { plan, live }: OpenCase): string | null {
  const known = [...(plan?.parts ?? []), ...(live?.parts ?? [])];
  const same = known.find((each) => each.id === part.id && isSamePayee(each.payee, part.payee));
  return same?.agreementId ?? null;
}

function isSamePayee(one: BudgetPartState['payee'], other: BudgetPartState['payee']): boolean {
  if (!one || !other || one.kind !== other.kind) return false;
  return one.kind === 'self' || other.kind === 'self' || one.personId === other.personId;
}

function refusalOfTime(state: OpenCase, plan: WrittenPlan, moment: Moment): Refused | undefined {
  if (plan.lines.length > 0 && !state.allocation?.givenOn) {
    const detail = 'Give the person the indicative budget before the plan is written.';
    return refuse('indicative-budget-not-given', detail);
  }
  return plan.writtenOn > moment.today
    ? refuse('invalid-input', 'The plan is written today or was written before.', '/writtenOn')
    : undefined;
}

/** What a person gets is not reduced without a reassessment first (Care Act 2014 s27(4)). */
function refusalToReduce(state: OpenCase, plan: WrittenPlan): Refused | undefined {
  const { live } = state;
  const { weeklyPence } = planTotals(plan.lines).budget;
  if (!live || weeklyPence >= live.weeklyPence) return undefined;
  const isReassessed = (state.records.determination ?? 0) > live.planVersion;
  if (isReassessed) return undefined;
  const detail = `The live plan is worth ${formatPounds(live.weeklyPence)} a week: reassess first.`;
  return refuse('reduction-needs-reassessment', detail, '/lines');
}
