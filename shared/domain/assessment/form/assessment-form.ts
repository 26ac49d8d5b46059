import * as z from 'zod';
import { policyFields, Slug, Subject } from '../../allocation/policy-item.ts';
import type { Questionnaire } from '../../allocation/questionnaire.ts';
import { Question, WrittenQuestion } from './question.ts';

const Words = z.string().min(1).max(500);

const section = {
  id: Slug,
  title: Words,
  help: z.string().min(1).max(1_000).optional(),
  /** Whose words the answers are. What a carer says in a joint assessment stands apart, and feeds
   * neither the person's findings nor their score. */
  saidBy: z.enum(['person', 'carer']).default('person'),
  /** The question whose yes lets the person read what a carer says; without one nobody but those who
   * assess does. */
  mayBeReadIf: Slug.optional(),
};

const form = {
  ...policyFields,
  subject: Subject,
  title: Words,
  /** The allocation questionnaire that the scores answer. */
  questionnaire: Slug,
  needsBy: z.enum(['adult-outcomes', 'carer-outcomes', 'facs-domains']),
};

/** An assessment form as a council writes it. */
export const WrittenForm = z.strictObject({
  ...form,
  sections: z
    .array(z.strictObject({ ...section, questions: z.array(WrittenQuestion).min(1).max(40) }))
    .min(1)
    .max(30),
});
export type WrittenForm = z.infer<typeof WrittenForm>;

/** An assessment form as it is filled in. Answers belong to one version of it, for good. */
export const AssessmentForm = z
  .strictObject({
    ...form,
    sections: z.array(z.strictObject({ ...section, questions: z.array(Question) })),
  })
  .meta({ id: 'AssessmentForm' });
export type AssessmentForm = z.infer<typeof AssessmentForm>;

/** The form with the words and answers of the questionnaire's questions in it. Throws, naming it,
 * where a score is of no such question: a form is checked before it is deployed. */
export function withScores(written: WrittenForm, questionnaire: Questionnaire): AssessmentForm {
  const scored = new Map(
    questionnaire.domains.flatMap(({ questions }) => questions.map((each) => [each.id, each])),
  );
  const ask = (question: WrittenQuestion): Question => {
    if (question.type !== 'score') return question;
    const found = scored.get(question.id);
    if (!found) throw new Error(`${question.id} is no question of ${questionnaire.version}`);
    const options = found.answers.map(({ id, text }) => ({ id, text }));
    return { ...question, text: found.text, options };
  };
  const sections = written.sections.map((each) => ({
    ...each,
    questions: each.questions.map(ask),
  }));
  return { ...written, sections };
}

/** Every question of a form with the section that it stands in, in their order. */
export function questionsOf<Q>(asked: {
  readonly sections: readonly {
    readonly saidBy: 'person' | 'carer';
    readonly questions: readonly Q[];
  }[];
}): readonly { readonly question: Q; readonly saidBy: 'person' | 'carer' }[] {
  return asked.sections.flatMap(({ saidBy, questions }) =>
    questions.map((question) => ({ question, saidBy })),
  );
}

/** The field of the assessment that an answer fills; undefined for one that stands by itself. */
export function feedOf(question: Question): string | undefined {
  return question.type === 'finding' ? `/needs/outcomes/${question.outcome}` : question.feeds;
}
