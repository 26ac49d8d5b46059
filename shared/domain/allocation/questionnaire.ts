import * as z from 'zod';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { InformalSupportRule } from './informal-support.ts';
import { policyFields, Slug, Subject } from './policy-item.ts';

const Words = z.string().min(1).max(500);

const QuestionnaireAnswer = z.strictObject({
  id: Slug,
  text: Words,
  points: z.int().min(0).max(1000),
});

const Question = z.strictObject({
  id: Slug,
  text: Words,
  answers: z.array(QuestionnaireAnswer).min(2).max(12),
});
type Question = z.infer<typeof Question>;

/** One area of life. Informal support reduces its points unless the area is about the carer. */
const QuestionnaireDomain = z.strictObject({
  id: Slug,
  name: Words,
  isReducedBySupport: z.boolean(),
  questions: z.array(Question).min(1).max(20),
});
type QuestionnaireDomain = z.infer<typeof QuestionnaireDomain>;

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

/** The questions, answers and points. It has no place for a user group: the same questions and
 * points are asked of everybody (ADASS common resource allocation framework, 2010). */
export const Questionnaire = z
  .strictObject({
    ...policyFields,
    subject: Subject,
    informalSupport: InformalSupportRule,
    domains: z.array(QuestionnaireDomain).min(1).max(30),
  })
  .superRefine((questionnaire, context) => {
    const questions = questionnaire.domains.flatMap((domain) => domain.questions);
    const twice = [
      repeated(questionnaire.domains.map((domain) => domain.id)),
      repeated(questions.map((question) => question.id)),
      ...questions.map((question) => repeated(question.answers.map((answer) => answer.id))),
    ].find((id) => id !== undefined);
    if (twice !== undefined) {
      context.addIssue({ code: 'custom', path: ['domains'], message: `${twice} appears twice` });
    }
  });
export type Questionnaire = z.infer<typeof Questionnaire>;

/** The answer chosen for each question, by the questions' ids. */
export const Answers = z.record(Slug, Slug).meta({ id: 'Answers' });
export type Answers = z.infer<typeof Answers>;

export interface DomainScore {
  readonly domain: QuestionnaireDomain;
  readonly points: number;
}

function pointsFor(question: Question, answers: Answers): Outcome<number> {
  const pointer = `/answers/${question.id}`;
  const chosen = answers[question.id];
  const choice = `choose one of ${question.answers.map(({ id }) => id).join(', ')}`;
  if (chosen === undefined) {
    const detail = `The question "${question.text}" has no answer: ${choice}.`;
    return refuse('answer-missing', detail, pointer);
  }
  const answer = question.answers.find((candidate) => candidate.id === chosen);
  return answer === undefined
    ? refuse(
        'answer-unknown',
        `"${chosen}" does not answer "${question.text}": ${choice}.`,
        pointer,
      )
    : accept(answer.points);
}

/** Whole points by domain. Every question is answered once, and every answer belongs: refuses
 * `answer-missing` and `answer-unknown` with the question's pointer. */
export function scoreAnswers(
  questionnaire: Questionnaire,
  answers: Answers,
): Outcome<readonly DomainScore[]> {
  const questions = questionnaire.domains.flatMap((domain) => domain.questions);
  const known = new Set(questions.map((question) => question.id));
  const stranger = Object.keys(answers).find((id) => !known.has(id));
  if (stranger !== undefined) {
    const detail = `Questionnaire ${questionnaire.version} has no question ${stranger}.`;
    return refuse('answer-unknown', detail, `/answers/${stranger}`);
  }
  const scores: DomainScore[] = [];
  for (const domain of questionnaire.domains) {
    let points = 0;
    for (const question of domain.questions) {
      const scored = pointsFor(question, answers);
      if (!scored.accepted) return scored;
      points += scored.value;
    }
    scores.push({ domain, points });
  }
  return accept(scores);
}

/** The most whole points that the questionnaire can give, which its table must reach. */
export function pointsMax(questionnaire: Questionnaire): number {
  return questionnaire.domains
    .flatMap((domain) => domain.questions)
    .reduce((sum, question) => sum + Math.max(...question.answers.map((a) => a.points)), 0);
}
