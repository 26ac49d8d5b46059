import * as z from 'zod';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseChange, type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { lookAgainAtCharge } from '../finances/look-again.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { PlanState } from '../plan/plan-state.ts';
import { planningLaw } from '../plan/planning-law.ts';
import { ReturnedPlan } from '../plan/sign-off/returned-plan.ts';
import { handsOn, refusalWhileConcerned } from '../plan/sign-off/sign-off.ts';
import {
  type Authorisation,
  type DelegatedLimit,
  levelAbove,
  mayAuthorise,
  refusalAboveAll,
  type Signatory,
} from './delegated-limits.ts';
import { mayTurnBudgetKey, type Separation } from './two-keys.ts';

/** What the budget manager says with the second key. */
export const BudgetVerdict = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('authorised') }),
    ReturnedPlan,
    z.strictObject({ verdict: z.literal('escalated'), reason: Reason }),
  ])
  .meta({ id: 'BudgetVerdict' });
export type BudgetVerdict = z.infer<typeof BudgetVerdict>;

export interface BudgetSignOff {
  readonly separation: Separation;
  /** The limits in force today, of either key. */
  readonly limits: readonly DelegatedLimit[];
  readonly signatory: Signatory;
}

/** Turns the budget manager's key, sends the budget up to the next limit, or returns the plan with
 * a comment. A cash limit is no reason to refuse: what is above one person's limit goes up (Care
 * Act 2014 s18). Refuses `same-person`, `above-delegated-limit`, `no-top-limit`,
 * `policy-not-in-force` while the council has set no limits, and `safeguarding-unresolved`. */
export function authoriseBudget(
  state: CaseState,
  input: BudgetVerdict,
  signOff: BudgetSignOff,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const settled = settleStep(state.workflow, {
    step: 'authorise-budget',
    verdict: input.verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const { plan } = state;
  if (!plan) return refuse('wrong-stage', 'There is no budget to authorise.');
  const practitionerId = state.planKeyBy ?? undefined;
  const apart = mayTurnBudgetKey(moment.actor.id, handsOn(state, plan), {
    practitionerId,
    separation: signOff.separation,
  });
  if (!apart.accepted) return apart;
  const decided = decide(state, plan, { input, signOff, moment });
  if (!decided.accepted) return decided;
  const { type, body, next } = decided.value;
  return accept({
    type,
    body: {
      ...input,
      ...body,
      planVersion: plan.version,
      weeklyPence: plan.weeklyPence,
      oneOffPence: plan.oneOffPence,
      outcome: 'progress-to-support-planning',
      rule: planningLaw('sign-off', moment.today),
    },
    next: withRecord({ ...next, workflow: settled.value }, 'budget-key', moment),
  });
}

interface Decided extends Pick<CaseChange, 'type'> {
  readonly body: object;
  readonly next: OpenCase;
}

function decide(
  state: OpenCase,
  plan: PlanState,
  asked: { input: BudgetVerdict; signOff: BudgetSignOff; moment: Moment },
): Outcome<Decided> {
  const { input, signOff, moment } = asked;
  const amounts: Authorisation = {
    key: 'budget-manager',
    weeklyPence: plan.weeklyPence,
    oneOffPence: plan.oneOffPence,
    date: moment.today,
  };
  switch (input.verdict) {
    case 'returned': {
      const next: OpenCase = { ...state, plan: { ...plan, agreed: 'returned' }, planKeyBy: null };
      return accept({ type: 'budget-returned', body: {}, next });
    }
    case 'escalated': {
      const to = levelAbove(signOff.limits, signOff.signatory, amounts);
      if (to === undefined) return refusalAboveAll('budget-manager');
      const next: OpenCase = { ...state, plan: { ...plan, goesTo: to.holder } };
      return accept({ type: 'budget-escalated', body: { to }, next });
    }
    case 'authorised': {
      const concerned = refusalWhileConcerned(state);
      if (concerned) return concerned;
      if (!signOff.limits.some(({ key }) => key === 'budget-manager')) {
        return refuse('policy-not-in-force', 'No delegated limits are in force today.');
      }
      const limit = mayAuthorise(signOff.limits, signOff.signatory, amounts);
      if (!limit.accepted) return limit;
      const keys = { practitioner: state.planKeyBy, budgetManager: moment.actor.id };
      const next = lookAgainAtCharge({ ...state, budgetKeyBy: moment.actor.id }, moment);
      return accept({ type: 'budget-authorised', body: { keys, limit: limit.value }, next });
    }
  }
}
