import * as z from 'zod';
import type { CivilDate } from '../../calendar/civil-date.ts';
import { CapacityRecord } from '../../capacity/capacity-record.ts';
import type { CaseState } from '../../case/case-state.ts';
import type { CaseDecision, Moment } from '../../case/change.ts';
import { lawOn } from '../../codes/law-in-force.ts';
import { ShortText } from '../../contact/text.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { assessNeeds } from '../assess-needs.ts';
import { type FormAnswers, refuseAnswers } from '../form/answers.ts';
import { type AssessmentForm, questionsOf } from '../form/assessment-form.ts';
import { fillAssessment } from '../form/fill-assessment.ts';
import type { AdultRule } from '../scheme-for.ts';
import { staffIn } from '../who-assessed.ts';
import { type DraftSides, isSame } from './assessment-draft.ts';

const Version = z.int().positive().nullable();

export const AssessmentCompletion = z
  .strictObject({
    /** The version of each side that the worker has read; null for one that nobody wrote. */
    read: z.strictObject({ practitioner: Version, person: Version }),
    capacity: CapacityRecord.optional(),
    /** A supported self-assessment: what the person answered stands, once somebody has made sure that
     * it is right and whole. */
    selfAssessment: z
      .strictObject({
        confirmedByName: ShortText,
        isAccurateAndComplete: z.literal(true),
        howConfirmed: Reason,
      })
      .optional(),
  })
  .meta({ id: 'AssessmentCompletion' });
export type AssessmentCompletion = z.infer<typeof AssessmentCompletion>;

export interface CompletionBasis {
  readonly form: AssessmentForm;
  readonly sides: DraftSides;
  readonly ruleOn: (day: CivilDate) => Outcome<AdultRule>;
}

/** Records the assessment that a draft was filled in to: the answers that stand, who wrote which, and
 * what the person answered otherwise. Refuses `version-stale` when either side has been saved since
 * it was read, `answer-missing` for what must be answered, `capacity-check-needed` for a
 * self-assessment by somebody who lacks capacity for it, and whatever the assessment refuses. */
export function completeDraft(
  state: CaseState,
  input: AssessmentCompletion,
  { form, sides, ruleOn }: CompletionBasis,
  moment: Moment,
): CaseDecision {
  const refused = staleIn(input, sides) ?? unlawfulSelfAssessment(state, input, sides);
  if (refused) return refused;
  const standing = standingAnswers(form, sides, input.selfAssessment !== undefined);
  const filled = fillAssessment(form, standing.answers);
  if (!filled.accepted) return filled;
  const { assessment, scores } = filled.value;
  const unwished = againstTheirWish(state, input, assessment.wishesSelfAssessment);
  if (unwished) return unwished;
  const unagreed = carerUnagreed(form, standing.answers, assessment.jointWithCarer !== undefined);
  if (unagreed) return unagreed;
  const rule = ruleOn(assessment.assessedOn);
  if (!rule.accepted) return rule;
  const { capacity } = input;
  const decision = assessNeeds(
    state,
    { ...assessment, ...(capacity && { capacity }) },
    { ...rule.value, drafted: staffIn(sides) },
    moment,
  );
  if (!decision.accepted) return decision;
  const body = {
    // What the assessment recorded, and beside it what it was made of.
    ...Object(decision.value.body),
    form: { version: form.version, read: input.read, ...standing },
    scores,
    ...confirmation(input, moment),
  };
  return accept({ ...decision.value, body });
}

function staleIn({ read }: AssessmentCompletion, sides: DraftSides): Refused | undefined {
  for (const side of ['practitioner', 'person'] as const) {
    const version = sides[side]?.version ?? null;
    if (read[side] !== version) {
      const detail = `The ${side}'s side has been saved since you read it. Read it again.`;
      return refuse('version-stale', detail, `/read/${side}`);
    }
  }
  return undefined;
}

/** A self-assessment is for whoever has capacity to take part in it (SI 2014/2827 reg 2(3)). Their
 * account is kept without it too. */
function unlawfulSelfAssessment(
  state: CaseState,
  { selfAssessment, capacity }: AssessmentCompletion,
  { person }: DraftSides,
): Refused | undefined {
  if (!selfAssessment) return undefined;
  if (!person?.isFinished) {
    const detail = 'The person has not said that their own assessment is finished.';
    return refuse('invalid-input', detail, '/selfAssessment');
  }
  if (hasCapacityFor(state, capacity)) return undefined;
  const detail = 'The person lacks capacity to assess their own needs: assess them with them.';
  return refuse('capacity-check-needed', detail, '/selfAssessment');
}

function hasCapacityFor(state: CaseState, found: AssessmentCompletion['capacity']): boolean {
  if (found?.decision === 'assessment') return found.conclusion === 'has-capacity';
  return state.capacity.assessment?.hasCapacity ?? true;
}

/** Whoever wishes it and has capacity assesses their own needs, and nobody else does (SI 2014/2827 reg
 * 2(3)). */
function againstTheirWish(
  state: CaseState,
  { selfAssessment, capacity }: AssessmentCompletion,
  wishes: boolean | undefined,
): Refused | undefined {
  const isTheirs = selfAssessment !== undefined;
  if (wishes === undefined || wishes === isTheirs) return undefined;
  if (wishes && !hasCapacityFor(state, capacity)) return undefined;
  const detail = wishes
    ? 'The person wishes to assess their own needs: confirm what they answered.'
    : 'The person does not wish to assess their own needs.';
  return refuse('invalid-input', detail, '/selfAssessment');
}

interface Standing {
  readonly answers: FormAnswers;
  /** The questions at which the person's own answer stands. */
  readonly writtenByPerson: readonly string[];
  /** What the person answered where the practitioner's answer stands and says something else. */
  readonly personSays: FormAnswers;
}

/** The practitioner's answer stands, and in a self-assessment the person's wherever there is no other;
 * what is asked for in the person's own words is always theirs. */
function standingAnswers(
  form: AssessmentForm,
  { person, practitioner }: DraftSides,
  isSelfAssessed: boolean,
): Standing {
  const theirs: FormAnswers = person?.answers ?? {};
  const ours: FormAnswers = practitioner?.answers ?? {};
  const questions = questionsOf(form).map(({ question }) => question);
  const isTheirs = ({ id, isOwnWords }: (typeof questions)[number]) =>
    theirs[id] !== undefined && (isOwnWords || (isSelfAssessed && ours[id] === undefined));
  const written = questions.filter(isTheirs).map(({ id }) => id);
  const pick = (ids: readonly string[]): FormAnswers =>
    Object.fromEntries(ids.flatMap((id) => (theirs[id] === undefined ? [] : [[id, theirs[id]]])));
  const answers = { ...ours, ...pick(written) };
  const otherwise = Object.keys(theirs).filter((id) => !isSame(theirs[id], answers[id]));
  return { answers, writtenByPerson: written, personSays: pick(otherwise) };
}

/** A carer is heard with the person only where both agree (Care Act 2014 s12(5)). */
function carerUnagreed(
  form: AssessmentForm,
  answers: FormAnswers,
  doBothAgree: boolean,
): Refused | undefined {
  if (doBothAgree) return undefined;
  const said = questionsOf(form)
    .filter(({ question, saidBy }) => saidBy === 'carer' && answers[question.id] !== undefined)
    .map(({ question }) => ({
      pointer: `/answers/${question.id}`,
      detail: 'A carer is assessed with the person only where both agree.',
    }));
  return said.length > 0 ? refuseAnswers('invalid-input', said) : undefined;
}

function confirmation({ selfAssessment }: AssessmentCompletion, { actor, today }: Moment) {
  if (!selfAssessment) return {};
  const { confirmedByName: name, howConfirmed } = selfAssessment;
  const rule = lawOn(today, {
    careAct: 'SI 2014/2827 reg 2; statutory guidance, chapter 6',
    before: 'NHS and Community Care Act 1990 s47(1)(a)',
  });
  return { selfAssessment: { confirmedBy: { id: actor.id, name }, on: today, howConfirmed, rule } };
}
