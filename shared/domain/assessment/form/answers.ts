import * as z from 'zod';
import { InformalSupport } from '../../allocation/informal-support.ts';
import { Slug } from '../../allocation/policy-item.ts';
import { AnyJson } from '../../any-json.ts';
import { CivilDate } from '../../calendar/civil-date.ts';
import { freeText } from '../../contact/text.ts';
import { AdultFinding, AdultOutcome } from '../../eligibility/adult-outcomes.ts';
import { CarerFinding } from '../../eligibility/carer-outcomes.ts';
import type { Refused } from '../../outcome.ts';
import { plainWords, toPutRight } from '../../plain-words.ts';
import { type AssessmentForm, questionsOf } from './assessment-form.ts';
import type { Column, Question } from './question.ts';

/** Answers by the ids of their questions. What each may be, its question in the form says. */
export const FormAnswers = z.record(Slug, AnyJson).meta({
  id: 'FormAnswers',
  examples: [{ 'own-account': 'I manage most days.', washing: 'some-help' }],
});
export type FormAnswers = z.infer<typeof FormAnswers>;
export type Answer = FormAnswers[string];

/** An answer on the way: of the right kind, and perhaps not finished. */
function shapeOf(question: Question): z.ZodType {
  switch (question.type) {
    case 'text':
      return freeText(question.lengthMax);
    case 'choice':
    case 'score':
      return z.enum(question.options.map(({ id }) => id));
    case 'many-choices':
      return z.array(z.enum(question.options.map(({ id }) => id))).max(question.options.length);
    case 'yes-no':
      return z.boolean();
    case 'date':
      return CivilDate;
    case 'number':
      return z.int().min(question.min).max(question.max);
    case 'rows':
      return z.array(rowOf(question.columns)).max(question.rowsMax);
    case 'finding':
      return AdultOutcome.safeParse(question.outcome).success
        ? AdultFinding.partial()
        : CarerFinding.partial();
    case 'support':
      return InformalSupport.valueType.partial();
  }
}

function rowOf(columns: readonly Column[]): z.ZodType {
  const shapes = columns.map((column) => [column.id, shapeOfCell(column).optional()]);
  return z.strictObject(Object.fromEntries(shapes));
}

function shapeOfCell(column: Column): z.ZodType {
  if (column.type === 'text') return freeText(4_000);
  if (column.type === 'yes-no') return z.boolean();
  return z.enum(column.options.map(({ id }) => id));
}

interface Wrong {
  readonly pointer: string;
  readonly detail: string;
}

/** What is wrong with answers as far as they go, each with a pointer to its question: one that the
 * form does not ask is `answer-unknown`, one of another kind or out of range `invalid-input`. */
export function misfitsIn(form: AssessmentForm, answers: FormAnswers): Refused | undefined {
  const questions = new Map(questionsOf(form).map(({ question }) => [question.id, question]));
  const strangers: Wrong[] = [];
  const misfits: Wrong[] = [];
  for (const [id, answer] of Object.entries(answers)) {
    const question = questions.get(id);
    if (!question) {
      const detail = `The form ${form.version} does not ask this.`;
      strangers.push({ pointer: `/answers/${id}`, detail });
    } else misfits.push(...wrongIn(question, answer));
  }
  if (strangers.length > 0) return refuseAnswers('answer-unknown', strangers);
  return misfits.length > 0 ? refuseAnswers('invalid-input', misfits) : undefined;
}

function wrongIn(question: Question, answer: Answer): Wrong[] {
  const parsed = shapeOf(question).safeParse(answer, { error: plainWords, jitless: true });
  if (parsed.success) return [];
  const place = `/answers/${question.id}`;
  return wrongOf(parsed.error).map(({ pointer, detail }) => ({
    pointer: `${place}${pointer}`,
    detail,
  }));
}

/** Each thing that is wrong, with where it is; a name that is not known is a place of its own. */
export function wrongOf({ issues }: z.ZodError): Wrong[] {
  return issues.slice(0, 50).flatMap((issue) => {
    const at = issue.path.map((part) => `/${String(part)}`).join('');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({
          pointer: `${at}/${name}`,
          detail: 'This field is not known.',
        }))
      : [{ pointer: at, detail: issue.message }];
  });
}

/** Refuses answers with a sentence for each that must be put right. */
export function refuseAnswers(
  kind: 'answer-unknown' | 'answer-missing' | 'invalid-input',
  errors: readonly Wrong[],
): Refused {
  return { accepted: false, refusal: { kind, detail: toPutRight(errors), errors } };
}

/** Whether a question is asked at all, given what was answered before it. */
export function isAsked({ onlyIf }: Question, answers: FormAnswers): boolean {
  return onlyIf === undefined || answers[onlyIf.question] === onlyIf.is;
}
