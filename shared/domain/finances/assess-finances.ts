import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { stageOf } from '../case/stage.ts';
import { careActFrom } from '../codes/law-in-force.ts';
import { openSteps, settleStep, type Workflow } from '../journey/workflow.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { FinancialAssessment } from './financial-assessment.ts';

/** Records what a person pays. It may come before planning, beside it or after support has begun,
 * and a later one replaces an earlier one with the difference told: support never waits for it
 * (Care Act 2014 s17). Refuses `wrong-stage` before needs are assessed, and `scheme-not-in-force`
 * for a method that did not apply on that day. */
export function assessFinances(
  state: CaseState,
  input: FinancialAssessment,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const stage = stageOf(state);
  if (stage === 'contact' || stage === 'reablement') {
    return refuse('wrong-stage', 'Finances are assessed once needs are being assessed (s17).');
  }
  const unfit = unfitIn(input, moment);
  if (unfit) return unfit;
  const workflow = settledWith(state, input, moment);
  if (!workflow.accepted) return workflow;
  const weeklyContributionPence = contributionOf(input);
  const next: OpenCase = {
    ...state,
    workflow: workflow.value,
    finances: { status: input.status, weeklyContributionPence },
  };
  return accept({
    type: 'finances-assessed',
    body: {
      ...input,
      ...(input.method.kind === 'manual-fairer-charging'
        ? { label: 'Manual decision under Fairer Charging' }
        : {}),
      paysFullCost: weeklyContributionPence === null,
      replaces: replacedBy(state, weeklyContributionPence),
      rule: lawOf(input),
    },
    next: withRecord(next, 'finances', moment),
  });
}

function contributionOf(input: FinancialAssessment): number | null {
  return input.status === 'refused' ? null : input.weeklyContributionPence;
}

/** The assessment that stood before, and how the person's contribution moves: no difference can be
 * told where either of them is the full cost, which moves with the support. */
function replacedBy(state: OpenCase, weeklyContributionPence: number | null) {
  const { finances, records } = state;
  if (finances === null) return null;
  const before = finances.weeklyContributionPence;
  const isTellable = before !== null && weeklyContributionPence !== null;
  return {
    event: records.finances,
    status: finances.status,
    weeklyContributionPence: before,
    differenceWeeklyPence: isTellable ? weeklyContributionPence - before : null,
  };
}

function settledWith(
  state: OpenCase,
  input: FinancialAssessment,
  moment: Moment,
): Outcome<Workflow> {
  if (!openSteps(state.workflow).includes('assess-finances')) return accept(state.workflow);
  return settleStep(state.workflow, {
    step: 'assess-finances',
    verdict: input.status,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
}

function unfitIn(input: FinancialAssessment, moment: Moment): Refused | undefined {
  if (input.assessedOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/assessedOn');
  }
  const isManual = input.method.kind === 'manual-fairer-charging';
  if (isManual !== input.assessedOn < careActFrom) {
    const detail = `Fairer Charging gave way to the Care Act's regulations on ${careActFrom}.`;
    return refuse('scheme-not-in-force', detail, '/method/kind');
  }
  if (input.method.kind === 'manual-fairer-charging' && input.method.decidedOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/method/decidedOn');
  }
  if (input.status === 'provisional' && input.reviewOn <= moment.today) {
    return refuse('invalid-input', 'A provisional charge has a review to come.', '/reviewOn');
  }
  return undefined;
}

function lawOf({ method, status }: FinancialAssessment): string {
  if (method.kind === 'manual-fairer-charging')
    return 'Fairer Charging (Department of Health, 2003)';
  return status === 'refused'
    ? 'Care Act 2014 s17; SI 2014/2672 reg 10(1)'
    : 'Care Act 2014 s17; SI 2014/2672';
}
