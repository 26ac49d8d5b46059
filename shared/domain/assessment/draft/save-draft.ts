import * as z from 'zod';
import type { CaseState } from '../../case/case-state.ts';
import { openSteps } from '../../journey/workflow.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { FormAnswers, misfitsIn, refuseAnswers } from '../form/answers.ts';
import { type AssessmentForm, questionsOf } from '../form/assessment-form.ts';
import { type DraftedSide, type DraftRevision, DraftSide, isSame } from './assessment-draft.ts';

/** What is saved: the answers that changed, of which null takes one out, and whether this side is
 * done. */
export const MyDraftChanges = z
  .strictObject({ answers: FormAnswers, isFinished: z.boolean().default(false) })
  .meta({ id: 'MyDraftChanges' });
type MyDraftChanges = z.infer<typeof MyDraftChanges>;

/** A practitioner also writes for the person, on whose side it then stands under the name of who wrote
 * it: not everybody has a screen. */
export const DraftChanges = MyDraftChanges.extend({
  side: DraftSide.default('practitioner'),
}).meta({ id: 'DraftChanges' });

export interface Saving {
  readonly side: DraftSide;
  readonly changes: MyDraftChanges;
  readonly by: { readonly id: string; readonly role: string };
  readonly at: string;
}

// Both sides and the assessment made of them have to go into one event, of 400 kB at most.
const bytesMax = 60_000;

/** Why nothing can be filled in for the case now; undefined where an assessment is under way, up to
 * the decision on eligibility. */
export function notBeingAssessed(state: CaseState): Refused | undefined {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const open = openSteps(state.workflow);
  return open.includes('assess-needs') || open.includes('decide-eligibility')
    ? undefined
    : refuse('wrong-stage', 'The case is not waiting for an assessment.');
}

/** Lays what changed over what was saved before; undefined where nothing did. Half an answer is kept,
 * a wrong one is not: refuses `answer-unknown`, `invalid-input`, and `answers-too-large` where the
 * assessment could not be recorded whole. */
export function saveAnswers(
  kept: DraftedSide | undefined,
  form: AssessmentForm,
  { side, changes, by, at }: Saving,
): Outcome<{ readonly saved: DraftedSide; readonly revision: DraftRevision } | undefined> {
  const before: FormAnswers = kept?.answers ?? {};
  const changed = onlyChanged(before, changes.answers);
  const { isFinished } = changes;
  if (kept && Object.keys(changed).length === 0 && kept.isFinished === isFinished) {
    return accept(undefined);
  }
  const given = withoutNulls(changed);
  const refused = misfitsIn(form, given) ?? notTheirs(form, side, given);
  if (refused) return refused;
  const answers = withoutNulls({ ...before, ...changed });
  const bytes = new TextEncoder().encode(JSON.stringify(answers)).byteLength;
  if (bytes > bytesMax) {
    const detail = `All answers together have ${bytes} bytes; ${bytesMax} can be kept. Make some shorter.`;
    return refuse('answers-too-large', detail, '/answers');
  }
  const version = (kept?.version ?? 0) + 1;
  const saving = { version, form: form.version, savedAt: at, by, isFinished };
  return accept({
    saved: { ...saving, writers: withWriter(kept, by), answers },
    revision: { ...saving, changed },
  });
}

function withWriter(kept: DraftedSide | undefined, by: Saving['by']): Saving['by'][] {
  const writers = kept?.writers ?? (kept ? [kept.by] : []);
  return writers.some(({ id }) => id === by.id) ? writers : [...writers, by];
}

function onlyChanged(before: FormAnswers, answers: FormAnswers): FormAnswers {
  const entries = Object.entries(answers).filter(([id, answer]) =>
    answer === null ? before[id] !== undefined : !isSame(answer, before[id]),
  );
  return Object.fromEntries(entries);
}

function withoutNulls(answers: FormAnswers): FormAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null));
}

/** What a person is not asked: how the assessment is held, and what their carer says. */
function notTheirs(form: AssessmentForm, side: DraftSide, answers: FormAnswers) {
  if (side === 'practitioner') return undefined;
  const refused = questionsOf(form)
    .filter(({ question }) => answers[question.id] !== undefined)
    .filter(({ question, saidBy }) => question.isForWorker || saidBy === 'carer')
    .map(({ question }) => ({
      pointer: `/answers/${question.id}`,
      detail: 'Somebody else answers this.',
    }));
  return refused.length > 0 ? refuseAnswers('answer-unknown', refused) : undefined;
}

/** The form as the person gets it: without what only others answer. */
export function askedOfPerson(form: AssessmentForm): AssessmentForm {
  const sections = form.sections
    .filter(({ saidBy }) => saidBy === 'person')
    .map((section) => ({
      ...section,
      questions: section.questions.filter(({ isForWorker }) => !isForWorker),
    }));
  return { ...form, sections: sections.filter(({ questions }) => questions.length > 0) };
}
