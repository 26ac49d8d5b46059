import { laterReviewDue, type ReviewIntervalMonths } from '../calendar/clocks.ts';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type DueChange, type Moment, withRecord } from '../case/change.ts';
import { duesOf, toClosed } from '../case/ending/close.ts';
import type { EventOutcome } from '../codes/event-outcomes.ts';
import { beginPlanning } from '../journey/begin-planning.ts';
import { beginReassessment } from '../journey/begin-reassessment.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import { planningLaw } from '../plan/planning-law.ts';
import { noteConcern } from '../safeguarding/concern.ts';
import type { ReviewDecision, ReviewHeld } from './review-input.ts';

/** Records a review and begins what it leads to; the next one is due within the council's interval,
 * and the live plan goes on until a new one starts (Care Act 2014 s27). Refuses
 * `reduction-needs-reassessment`, `outcome-not-covered` while an eligible outcome has no result,
 * `advocate-needed`, and `invalid-input` where the record does not fit the plan. */
export function holdReview(
  state: CaseState,
  review: ReviewHeld,
  intervalMonths: ReviewIntervalMonths,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { decision } = review;
  const settled = settleStep(state.workflow, {
    step: 'carry-out-review',
    verdict: decision.verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const refused = refusalOf(state, review, moment);
  if (refused) return refused;
  const held: OpenCase = withRecord({ ...state, workflow: settled.value }, 'review', moment);
  const outcome = outcomeOf(decision);
  const ended = decision.verdict === 'close';
  const goesOn = goOn(held, review, intervalMonths, moment);
  if (!goesOn.accepted) return goesOn;
  const next = ended ? toClosed(held, moment.today, outcome) : goesOn.value;
  return accept({
    type: 'review-carried-out',
    body: {
      ...review,
      planVersion: state.live?.planVersion ?? null,
      nextReview: next.nextReview,
      // Raised where the stream looks for it, whatever kind of decision raised it.
      ...(decision.verdict === 'concern' ? { concern: decision.concern } : {}),
      outcome,
      rule: planningLaw('review', moment.today),
    },
    next,
    dues: ended ? duesOf(state) : reviewDue(next.nextReview),
  });
}

function reviewDue(nextReview: OpenCase['nextReview']): DueChange[] {
  return nextReview ? [{ due: 'review', on: nextReview.on }] : [];
}

/** The case after a review that does not end it. */
function goOn(
  held: OpenCase,
  review: ReviewHeld,
  intervalMonths: ReviewIntervalMonths,
  moment: Moment,
): Outcome<OpenCase> {
  const next = { ...held, nextReview: nextReviewOf(held, review, intervalMonths, moment) };
  switch (review.decision.verdict) {
    case 'change-plan': {
      const workflow = beginPlanning(held, held.workflow, moment);
      return workflow.accepted
        ? accept({ ...next, workflow: workflow.value, planKeyBy: null, budgetKeyBy: null })
        : workflow;
    }
    case 'reassess': {
      const workflow = beginReassessment(held.workflow, [], moment);
      return workflow.accepted ? accept({ ...next, workflow: workflow.value }) : workflow;
    }
    case 'concern':
      return accept({ ...next, concern: noteConcern(moment.today) });
    default:
      return accept(next);
  }
}

/** A review that somebody asked for does not stand in for the light-touch review that is still to
 * come; every other review moves the next one to the end of the interval. */
function nextReviewOf(
  state: OpenCase,
  { kind, heldOn }: ReviewHeld,
  intervalMonths: ReviewIntervalMonths,
  moment: Moment,
): OpenCase['nextReview'] {
  const { nextReview } = state;
  const isFirstToCome = nextReview?.kind === 'light-touch' && nextReview.on > moment.today;
  if (isFirstToCome && kind !== 'light-touch') return nextReview;
  return { on: laterReviewDue(heldOn, intervalMonths), kind: 'annual' };
}

function refusalOf(state: OpenCase, review: ReviewHeld, moment: Moment): Refused | undefined {
  const { decision } = review;
  if (review.heldOn > moment.today) {
    return refuse('invalid-input', 'The review is held today or was held before.', '/heldOn');
  }
  if (review.questions.about !== state.kind) {
    const detail = `This is the case of ${state.kind === 'adult' ? 'an adult' : 'a carer'}.`;
    return refuse('invalid-input', detail, '/questions/about');
  }
  const paysDirectly = state.live?.parts.some(({ holding }) => holding === 'direct-payment');
  if (Boolean(paysDirectly) !== (review.directPayment !== null)) {
    const detail = 'Say whether the direct payment works, where the person holds one.';
    return refuse('invalid-input', detail, '/directPayment');
  }
  const missing = (state.eligibility?.outcomes ?? []).filter(
    (eligible) => !review.outcomes.some(({ outcome }) => outcome === eligible),
  );
  if (missing.length > 0) {
    const detail = `Say of each outcome how far it is achieved: ${missing.join(', ')}.`;
    return refuse('outcome-not-covered', detail, '/outcomes');
  }
  if (review.advocate.status === 'needed' && review.advocate.urgency === undefined) {
    const detail = 'Find an advocate first, or record why the review cannot wait (s67).';
    return refuse('advocate-needed', detail, '/advocate');
  }
  if (decision.verdict === 'change-plan' && decision.budgetGoes === 'down') {
    const detail = 'Nobody gets less without a reassessment: decide on one (Care Act 2014 s27(4)).';
    return refuse('reduction-needs-reassessment', detail, '/decision/budgetGoes');
  }
  return undefined;
}

/** The national code of a review (Client Level Data, release 2, event type Review). */
function outcomeOf(decision: ReviewDecision): EventOutcome {
  if (decision.verdict === 'close') return decision.code;
  const codes = {
    'no-change': 'continuation-of-support',
    'change-plan': 'progress-to-support-planning',
    reassess: 'progress-to-assessment',
    concern: 'continuation-of-support',
  } as const;
  return codes[decision.verdict];
}
