import type { CaseState } from '../../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../../case/change.ts';
import { settleStep } from '../../journey/workflow.ts';
import { accept, type Refused, refuse } from '../../outcome.ts';
import type { PlanState } from '../plan-state.ts';
import { planningLaw } from '../planning-law.ts';
import { checkAgreement, type PlanAgreement } from './agreement.ts';

/** Records whether the person, or whoever may lawfully decide for them, agrees with the plan; a
 * disagreement passes with the steps that were taken (Care Act 2014 s25(5)). Refuses `wrong-stage`
 * without a plan of this round, `plan-incomplete` for one that was returned and not written again,
 * `agreement-missing` and `capacity-check-needed`. */
export function agreePlan(
  state: CaseState,
  agreement: PlanAgreement,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { plan } = state;
  if (!plan || plan.round !== state.workflow.rounds['support-planning']) {
    return refuse('wrong-stage', 'Write the support plan first.');
  }
  if (plan.agreed === 'returned') {
    return refuse('plan-incomplete', 'The plan was returned with a comment: write it again first.');
  }
  const refused = refusalOfSignatory(state, { agreement, plan }, moment);
  if (refused) return refused;
  const checked = checkAgreement(agreement);
  if (!checked.accepted) return checked;
  const { planDisagreement, ...facts } = state;
  // Whoever signs it off still reads what the person had said.
  const saidAtHome = planDisagreement === undefined ? {} : { saidAtHome: planDisagreement };
  const settled = settleStep(state.workflow, {
    step: 'write-support-plan',
    verdict: 'written',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  return accept({
    type: 'plan-agreed',
    body: {
      ...agreement,
      planVersion: plan.version,
      agreement: agreement.outcome,
      outcome: 'progress-to-support-planning',
      rule: planningLaw('agreement', moment.today),
    },
    next: withRecord(
      {
        ...facts,
        workflow: settled.value,
        plan: { ...plan, agreed: agreement.outcome, ...saidAtHome },
        planKeyBy: null,
        budgetKeyBy: null,
      },
      'plan-agreement',
      moment,
    ),
  });
}

/** Everybody is taken to be able to decide on their plan until it is recorded that they lack
 * capacity for it; only then may somebody else agree in their place (Mental Capacity Act 2005
 * s1(2), s9). */
function refusalOfSignatory(
  state: CaseState,
  { agreement, plan }: { readonly agreement: PlanAgreement; readonly plan: PlanState },
  moment: Moment,
): Refused | undefined {
  if (agreement.on > moment.today) {
    return refuse('invalid-input', 'The agreement is of today or before.', '/on');
  }
  const { writtenOn = agreement.on } = plan;
  if (agreement.on < writtenOn) {
    const detail = `Nobody can agree with the plan before ${writtenOn}, when it was written.`;
    return refuse('invalid-input', detail, '/on');
  }
  const hasCapacity = state.capacity['support-plan']?.hasCapacity ?? true;
  if (agreement.by.kind === 'person' && !hasCapacity) {
    const detail =
      'The person lacks capacity to decide on the plan: name the lawful decision-maker.';
    return refuse('capacity-check-needed', detail, '/by/kind');
  }
  if (agreement.by.kind === 'lawful-decision-maker' && hasCapacity) {
    const detail = 'Nobody agrees for a person whose lack of capacity for this is not recorded.';
    return refuse('capacity-check-needed', detail, '/by/kind');
  }
  return undefined;
}
