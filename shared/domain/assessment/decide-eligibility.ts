import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { duesOf, toClosedUnlessLive } from '../case/ending/close.ts';
import { refusalByFinding } from '../case/ending/withdraw.ts';
import { type Determination, determine } from '../eligibility/determination.ts';
import { eligibilityFacts } from '../eligibility/eligible-needs.ts';
import { explainDetermination } from '../eligibility/words/explain-determination.ts';
import { beginPlanning } from '../journey/begin-planning.ts';
import { openSteps, settleStep } from '../journey/workflow.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import { noteConcern } from '../safeguarding/concern.ts';
import { decidedAgain, refusalToDecideAgain } from '../second-look/decide-again.ts';
import { determinationInputs, type EligibilityDecision } from './eligibility-decision.ts';
import type { NeedsFound } from './needs-found.ts';
import { type AdultRule, schemeFor } from './scheme-for.ts';
import { type Consequence, consequenceOf } from './what-follows.ts';

/** What the decision rests on besides the decider's own judgement. */
export interface EligibilityBasis {
  readonly assessment: { readonly assessedOn: string; readonly needs: NeedsFound };
  readonly rule: AdultRule;
  readonly reablement: 'before-eligibility' | 'after-eligibility';
}

/** Decides eligibility from the assessment that stands, by the council's scheme on the decision's
 * date (Care Act 2014 s13), and what follows (s18 to s20). Refuses `wrong-stage` where no decision
 * is waited for, `scheme-not-in-force` for another scheme than that day's, `reason-needed` when a
 * case would end without telling how to come back, and whatever the test and the next step
 * refuse. */
export function decideEligibility(
  state: CaseState,
  input: EligibilityDecision,
  basis: EligibilityBasis,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const unfit = unfitIn(state, input, { basis, moment });
  if (unfit) return unfit;
  const determination = determineFrom(input, basis, moment);
  if (!determination.accepted) return determination;
  const follows = consequenceOf(determination.value, input, basis.reablement);
  if (!follows.accepted) return follows;
  const untold = untoldIn(state, input, follows.value);
  if (untold) return untold;
  const known = input.concern ? { ...state, concern: noteConcern(moment.today) } : state;
  const next = nextState(known, determination.value, { follows: follows.value, moment });
  if (!next.accepted) return next;
  return accept({
    type: 'eligibility-decided',
    body: {
      ...input,
      determination: determination.value,
      explanation: explainDetermination(determination.value),
      assessment: state.records.assessment,
      // The letter gives the advice beside the decision (s13(5)).
      ...('writtenAdvice' in input.whatFollows ? { advice: input.whatFollows.writtenAdvice } : {}),
      ...follows.value,
    },
    next: next.value,
    dues: next.value.status === 'closed' ? duesOf(state) : [],
  });
}

function unfitIn(
  state: OpenCase,
  input: EligibilityDecision,
  { basis, moment }: { basis: EligibilityBasis; moment: Moment },
): Refused | undefined {
  if (!openSteps(state.workflow).includes('decide-eligibility')) {
    return refuse('wrong-stage', 'The case is not waiting for the decision on eligibility.');
  }
  if (input.decidedOn > moment.today || input.decidedOn < basis.assessment.assessedOn) {
    const detail = `Eligibility is decided from ${basis.assessment.assessedOn}, the day of the assessment, up to today.`;
    return refuse('invalid-input', detail, '/decidedOn');
  }
  const scheme = schemeFor(state.kind, basis.rule);
  return input.test.scheme === scheme
    ? refusalToDecideAgain(state, 'eligibility', moment)
    : refuse(
        'scheme-not-in-force',
        `On that day the council decides by ${scheme}.`,
        '/test/scheme',
      );
}

function determineFrom(
  input: EligibilityDecision,
  { assessment, rule }: EligibilityBasis,
  moment: Moment,
): Outcome<Determination> {
  const inputs = determinationInputs(input, {
    needs: assessment.needs,
    threshold: rule.scheme === 'facs' ? rule.thresholdBand : null,
    decidedBy: { id: moment.actor.id, name: input.decidedByName },
  });
  return inputs.accepted ? determine(inputs.value) : inputs;
}

/** What the person must have been told, or others must be told, before the decision stands. */
function untoldIn(
  state: OpenCase,
  input: EligibilityDecision,
  follows: Consequence,
): Refused | undefined {
  if (follows.verdict === 'declined') {
    const kept = refusalByFinding(state);
    if (kept) return kept;
  }
  if (follows.isConcernRaised && !input.concern) {
    return refuse('reason-needed', 'Say what abuse or neglect is suspected (s42).', '/concern');
  }
  return follows.endsJourney && !input.howToComeBack
    ? refuse('reason-needed', 'Tell the person how to come back.', '/howToComeBack')
    : undefined;
}

function nextState(
  state: OpenCase,
  determination: Determination,
  { follows, moment }: { follows: Consequence; moment: Moment },
): Outcome<CaseState> {
  const settled = settleStep(state.workflow, {
    step: 'decide-eligibility',
    verdict: follows.verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  const workflow =
    settled.accepted && follows.plan !== 'none'
      ? beginPlanning(state, settled.value, moment)
      : settled;
  if (!workflow.accepted) return workflow;
  const decided: OpenCase = {
    ...state,
    workflow: workflow.value,
    eligibility: eligibilityFacts(determination),
  };
  const recorded = withRecord(decidedAgain(decided, 'eligibility'), 'determination', moment);
  return accept(
    follows.endsJourney ? toClosedUnlessLive(recorded, moment.today, follows.outcome) : recorded,
  );
}
