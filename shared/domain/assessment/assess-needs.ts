import { type AdvocacyDuty, advocacyDuty, mayComplete } from '../advocacy/advocacy-duty.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { withFinding } from '../capacity/record-capacity.ts';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { careActFrom } from '../codes/law-in-force.ts';
import { openSteps, settleStep, type Workflow } from '../journey/workflow.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { NeedsAssessment } from './needs-assessment.ts';
import { incompleteNeeds } from './needs-found.ts';
import { type AdultRule, schemeFor } from './scheme-for.ts';
import { withAssessors } from './who-assessed.ts';

/** The rule by which the council decides on that day, and the members of staff who filled in a draft. */
type AssessmentBasis = AdultRule & { readonly drafted?: readonly string[] };

/** Records a needs assessment. Until eligibility is decided it may be recorded again, corrected.
 * Refuses `wrong-stage` where none is waited for, `determination-incomplete` for findings that
 * nobody could decide upon, `advocate-needed` while the duty of s67 is owed and not met, and
 * `invalid-input` for dates and assessors that do not fit. */
export function assessNeeds(
  state: CaseState,
  input: NeedsAssessment,
  { drafted = [], ...rule }: AssessmentBasis,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const scheme = schemeFor(state.kind, rule);
  const refused = unfit(input, moment) ?? incompleteNeeds(input.needs, scheme);
  if (refused) return refused;
  const duty = advocacyOf(input, moment);
  if (!duty.accepted) return duty;
  const workflow = settledWith(state, moment);
  if (!workflow.accepted) return workflow;
  const { ownAccount: _read, ...facts } = state;
  const next: OpenCase = {
    ...facts,
    workflow: workflow.value,
    assessor: moment.actor.id,
    assessors: withAssessors(state, input, { recordedBy: moment.actor.id, drafted }),
    capacity: input.capacity ? withFinding(state, input.capacity, moment) : state.capacity,
  };
  return accept({
    type: 'needs-assessed',
    body: { ...input, scheme, advocacyDuty: duty.value, rule: lawOf(state, input) },
    next: withRecord(next, 'assessment', moment),
  });
}

function settledWith(state: OpenCase, moment: Moment): Outcome<Workflow> {
  // Before it is decided upon, an assessment that was wrong is put right without a step of its own.
  if (openSteps(state.workflow).includes('decide-eligibility')) return accept(state.workflow);
  return settleStep(state.workflow, {
    step: 'assess-needs',
    verdict: 'assessed',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
}

function unfit(input: NeedsAssessment, moment: Moment): Refused | undefined {
  if (input.assessedOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/assessedOn');
  }
  if (input.informedOn && input.informedOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/informedOn');
  }
  if (input.isDeafblind && !input.assessor.isTrainedForDeafblind) {
    const detail =
      'A deafblind person is assessed by somebody trained for it (SI 2014/2827 reg 6).';
    return refuse('invalid-input', detail, '/assessor/isTrainedForDeafblind');
  }
  if (input.transition && input.transition.turns18On <= input.assessedOn) {
    const detail = 'From the 18th birthday on this is an assessment of an adult (s9).';
    return refuse('invalid-input', detail, '/transition/turns18On');
  }
  return unfitContinuingHealthcare(input.continuingHealthcare, moment);
}

/** The steps of NHS continuing healthcare come one after the other: checklist, referral, decision
 * (SI 2014/2827 reg 7; SI 2012/2996 reg 21). */
function unfitContinuingHealthcare(
  { result, checklistOn, referredOn, decidedOn, decision }: NeedsAssessment['continuingHealthcare'],
  { today }: Moment,
): Refused | undefined {
  const at = '/continuingHealthcare';
  if (result === 'decided' && !(decision && decidedOn)) {
    const detail = 'Say what the NHS decided, and when.';
    return refuse('invalid-input', detail, `${at}/${decision ? 'decidedOn' : 'decision'}`);
  }
  const steps = [
    ['checklistOn', checklistOn],
    ['referredOn', referredOn],
    ['decidedOn', decidedOn],
  ] as const;
  let before: CivilDate | undefined;
  for (const [name, day] of steps) {
    if (day === undefined) continue;
    if (day > today || (before !== undefined && day < before)) {
      const detail =
        'The checklist comes before the referral, and the referral before the decision.';
      return refuse(
        'invalid-input',
        day > today ? 'That day is still to come.' : detail,
        `${at}/${name}`,
      );
    }
    before = day;
  }
  return undefined;
}

/** The duty to find an advocate came with the Care Act; what was considered is kept in any year. */
function advocacyOf(input: NeedsAssessment, moment: Moment): Outcome<AdvocacyDuty | null> {
  if (input.assessedOn < careActFrom) return accept(null);
  const { substantialDifficultyIn, possibleRepresentative, reason } = input.advocacy;
  const duty = advocacyDuty({
    occasion: 'assessment',
    substantialDifficultyIn,
    possibleRepresentative,
    reason,
    consideredOn: input.assessedOn,
    consideredBy: { id: moment.actor.id, name: input.assessor.name },
  });
  return mayComplete(duty, input.advocacy, input.assessedOn);
}

function lawOf(state: OpenCase, { assessedOn, transition }: NeedsAssessment): string {
  if (assessedOn < careActFrom) return 'NHS and Community Care Act 1990 s47(1)(a)';
  if (transition) return 'Care Act 2014 s58';
  return state.kind === 'carer' ? 'Care Act 2014 s10' : 'Care Act 2014 s9';
}
