import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { stageOf } from '../case/stage.ts';
import { openSteps, settleStep, type Workflow } from '../journey/workflow.ts';
import type { Pence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { decidedAgain, refusalToDecideAgain } from '../second-look/decide-again.ts';
import { type ChargingAbout, workCharge } from './assess-by-care-act.ts';
import { contributionOf, type FinancesStatus } from './assessed-charge.ts';
import { whyUnfit } from './check-assessment.ts';
import type { FinancialAssessment } from './financial-assessment.ts';
import type { ManualDecision } from './manual-decision.ts';
import { askedBefore, askedFrom } from './what-was-asked.ts';

/** Records what a person pays. It may come before planning, beside it or after support has begun,
 * and a later one replaces an earlier one from the day on which it counts, with the difference told:
 * support never waits for it (Care Act 2014 s17). Refuses `wrong-stage` before needs are assessed,
 * `scheme-not-in-force` for a method that did not apply on that day, and whatever keeps a charge
 * from being worked. */
export function assessFinances(
  state: CaseState,
  input: FinancialAssessment,
  about: ChargingAbout,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const stage = stageOf(state);
  if (stage === 'contact' || stage === 'reablement') {
    return refuse('wrong-stage', 'Finances are assessed once needs are being assessed (s17).');
  }
  const unfit = whyUnfit(input, moment) ?? refusalToDecideAgain(state, 'charge', moment);
  if (unfit) return unfit;
  const recorded =
    input.method === 'care-act-2014'
      ? recordCharge(state, { input, about, moment })
      : accept(recordDecision(state, input, about));
  if (!recorded.accepted) return recorded;
  const { body } = recorded.value;
  const finances = { ...recorded.value.finances, by: moment.actor.id };
  const workflow = settledWith(state, finances.status, moment);
  if (!workflow.accepted) return workflow;
  const next: OpenCase = { ...state, workflow: workflow.value, finances };
  const reviewOn = finances.reviewOn ?? null;
  const isReviewMoved = reviewOn !== (state.finances?.reviewOn ?? null);
  return accept({
    type: 'finances-assessed',
    body,
    next: withRecord(decidedAgain(next, 'charge'), 'finances', moment),
    dues: isReviewMoved ? [{ due: 'charge-review', on: reviewOn }] : [],
  });
}

interface Recorded {
  readonly body: object;
  readonly finances: NonNullable<OpenCase['finances']>;
}

function recordCharge(
  state: OpenCase,
  assessing: Parameters<typeof workCharge>[1],
): Outcome<Recorded> {
  const worked = workCharge(state, assessing);
  if (!worked.accepted) return worked;
  const { value } = worked;
  const { charge, status, appliesFrom } = value;
  const contribution = contributionOf(value);
  const reviewOn = firstReview(value.input.disabilityExpenses, charge.reviewOn);
  return accept({
    body: { ...value, replaces: replacedBy(state, contribution) },
    finances: {
      status,
      weeklyContributionPence: contribution,
      appliesFrom,
      costWeeklyPence: charge.costOfCareWeeklyPence,
      ...(charge.selfFunding && { selfFunding: charge.selfFunding.route }),
      ...(reviewOn && { reviewOn }),
    },
  });
}

/** The first day on which something in a charge is to be looked at again: its evidence, or that it
 * is provisional. */
function firstReview(
  expenses: readonly { readonly reviewOn: CivilDate }[],
  reviewOn: CivilDate | undefined,
): CivilDate | undefined {
  const days = [...expenses.map((expense) => expense.reviewOn), ...(reviewOn ? [reviewOn] : [])];
  return days.sort()[0];
}

function recordDecision(state: OpenCase, input: ManualDecision, about: ChargingAbout): Recorded {
  const pence = input.status === 'refused' ? null : input.weeklyContributionPence;
  const { appliesFrom: from, status } = input;
  const asked = [{ from, weeklyPence: pence, mostWeeklyPence: pence }];
  return {
    body: {
      ...input,
      label: 'Manual decision under Fairer Charging',
      paysFullCost: pence === null,
      asked: askedFrom(from, askedBefore(about.before), asked),
      replaces: replacedBy(state, pence),
      rule: 'Fairer Charging (Department of Health, 2003)',
    },
    finances: {
      status,
      weeklyContributionPence: pence,
      appliesFrom: from,
      ...(input.status === 'provisional' && { reviewOn: input.reviewOn }),
    },
  };
}

/** The assessment that stood before, and how the person's contribution moves: no difference can be
 * told where either of them is the full cost, which moves with the support. */
function replacedBy({ finances, records }: OpenCase, weeklyContributionPence: Pence | null) {
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

function settledWith(state: OpenCase, verdict: FinancesStatus, moment: Moment): Outcome<Workflow> {
  if (!openSteps(state.workflow).includes('assess-finances')) return accept(state.workflow);
  return settleStep(state.workflow, {
    step: 'assess-finances',
    verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
}
