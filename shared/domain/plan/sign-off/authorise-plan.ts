import * as z from 'zod';
import { type AmountDifference, settleDifference } from '../../allocation/difference.ts';
import {
  type DelegatedLimit,
  mayAuthorise,
  type Signatory,
} from '../../budget/delegated-limits.ts';
import { mayTurnPractitionerKey, type Separation } from '../../budget/two-keys.ts';
import type { CaseState, OpenCase } from '../../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../../case/change.ts';
import { settleStep } from '../../journey/workflow.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { PlanState } from '../plan-state.ts';
import { planningLaw } from '../planning-law.ts';
import { checkChecks, PlanChecks } from './checks.ts';
import { ReturnedPlan } from './returned-plan.ts';
import { handsOn, refusalWhileConcerned } from './sign-off.ts';

/** What the practitioner says with the first key. */
export const PlanVerdict = z
  .discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('authorised'), checks: PlanChecks }),
    ReturnedPlan,
  ])
  .meta({ id: 'PlanVerdict' });
export type PlanVerdict = z.infer<typeof PlanVerdict>;

type Authorised = Extract<PlanVerdict, { verdict: 'authorised' }>;

export interface PlanSignOff {
  readonly separation: Separation;
  /** The limits in force today, of either key. */
  readonly limits: readonly DelegatedLimit[];
  readonly signatory: Signatory;
}

/** Turns the practitioner's key, or returns the plan with a comment. Refuses `checks-incomplete`
 * for a check that did not pass, `same-person` by the council's separation of duties,
 * `above-delegated-limit` where the council has set limits for this key, and
 * `safeguarding-unresolved`. */
export function authorisePlan(
  state: CaseState,
  input: PlanVerdict,
  signOff: PlanSignOff,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (state.plan?.agreed === 'not-yet') {
    return refuse('wrong-stage', 'Record first whether the person agrees with the plan.');
  }
  const settled = settleStep(state.workflow, {
    step: 'authorise-plan',
    verdict: input.verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const { plan } = state;
  if (!plan) return refuse('wrong-stage', 'There is no plan to authorise.');
  const rule = planningLaw('sign-off', moment.today);
  const outcome = 'progress-to-support-planning';
  const decided = { ...state, workflow: settled.value };
  if (input.verdict === 'returned') {
    return accept({
      type: 'plan-returned',
      body: { ...input, planVersion: plan.version, outcome, rule },
      next: withRecord({ ...decided, plan: { ...plan, agreed: 'returned' } }, 'plan-key', moment),
    });
  }
  const key = mayTurnKey(state, plan, { input, signOff, moment });
  if (!key.accepted) return key;
  const amounts = againstIndicative(state, plan, { input, moment });
  if (!amounts.accepted) return amounts;
  return accept({
    type: 'plan-authorised',
    body: {
      ...input,
      planVersion: plan.version,
      limit: key.value,
      againstIndicative: amounts.value,
      outcome,
      rule,
    },
    next: withRecord({ ...decided, planKeyBy: moment.actor.id }, 'plan-key', moment),
  });
}

/** How the final amount stands to the indicative one. Where it differs either way, whoever turns the
 * key says why the amount is right, and agrees to it. Null where nothing was indicated, as for a plan
 * that costs nothing. */
function againstIndicative(
  { allocation }: OpenCase,
  { weeklyPence: finalWeeklyPence }: PlanState,
  { input, moment }: { input: Authorised; moment: Moment },
): Outcome<AmountDifference | null> {
  if (allocation === null) return accept(null);
  const indicativeWeeklyPence = allocation.weeklyPence;
  const { reason } = input.checks.withinBudget;
  const explained = { reason, agreedBy: moment.actor.id };
  return settleDifference({ indicativeWeeklyPence, finalWeeklyPence }, explained);
}

function mayTurnKey(
  state: OpenCase,
  plan: PlanState,
  asked: { input: Authorised; signOff: PlanSignOff; moment: Moment },
): Outcome<DelegatedLimit | null> {
  const { input, signOff, moment } = asked;
  const concerned = refusalWhileConcerned(state);
  if (concerned) return concerned;
  const hands = handsOn(state, plan);
  const apart = mayTurnPractitionerKey(moment.actor.id, hands, signOff.separation);
  if (!apart.accepted) return apart;
  const passed = checkChecks(input.checks, moment.today);
  if (!passed.accepted) return passed;
  const limits = signOff.limits.filter(({ key }) => key === 'practitioner');
  // A council may leave the practitioner's recommendation without a limit of its own.
  if (limits.length === 0) return accept(null);
  const { weeklyPence, oneOffPence } = plan;
  return mayAuthorise(limits, signOff.signatory, {
    key: 'practitioner',
    weeklyPence,
    oneOffPence,
    date: moment.today,
  });
}
