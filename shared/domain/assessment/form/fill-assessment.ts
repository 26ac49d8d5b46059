import type * as z from 'zod';
import { InformalSupport } from '../../allocation/informal-support.ts';
import { Answers } from '../../allocation/questionnaire.ts';
import { accept, type Outcome } from '../../outcome.ts';
import { plainWords } from '../../plain-words.ts';
import { NeedsAssessment } from '../needs-assessment.ts';
import { type Answer, type FormAnswers, isAsked, refuseAnswers, wrongOf } from './answers.ts';
import { type AssessmentForm, feedOf, questionsOf } from './assessment-form.ts';
import type { Question } from './question.ts';

/** What answers come to: the assessment that the law asks for, and the scores for the allocation. */
export interface FilledForm {
  readonly assessment: NeedsAssessment;
  readonly scores: {
    readonly questionnaire: string;
    readonly answers: Answers;
    readonly informalSupport: InformalSupport;
  };
}

interface Fields {
  readonly [name: string]: Answer;
}

/** Makes the assessment of the answers to a form, the same again for the same answers and version.
 * What a carer said feeds nothing of it. Refuses `answer-missing` with a pointer to each question
 * that must be answered, and for each answer that is not finished. */
export function fillAssessment(form: AssessmentForm, answers: FormAnswers): Outcome<FilledForm> {
  const asked = questionsOf(form)
    .filter(({ question }) => isAsked(question, answers))
    .map(({ question }) => question);
  const missing = asked.filter(({ id, isRequired }) => isRequired && answers[id] === undefined);
  if (missing.length > 0) {
    const detail = 'This question must be answered.';
    return refuseAnswers(
      'answer-missing',
      missing.map(({ id }) => ({ pointer: `/answers/${id}`, detail })),
    );
  }
  const parsed = NeedsAssessment.safeParse(fieldsOf(form, asked, answers), {
    error: plainWords,
    jitless: true,
  });
  if (!parsed.success) return unfinished(parsed.error, asked);
  const support = supportOf(asked, answers);
  if (!support.success) return unfinished(support.error, asked);
  const scores = {
    questionnaire: form.questionnaire,
    answers: Answers.parse(onlyOf('score', asked, answers)),
    informalSupport: support.data,
  };
  return accept({ assessment: parsed.data, scores });
}

/** Every field that the answers feed, over what an assessment says of which nothing was answered. */
function fieldsOf(form: AssessmentForm, asked: readonly Question[], answers: FormAnswers): Fields {
  const untold: Fields = {
    needs: { by: form.needsBy },
    mayTalkTo: [],
    advocacy: { substantialDifficultyIn: [], possibleRepresentative: null, advocateFrom: null },
  };
  return asked.reduce((fields, question) => {
    const feed = feedOf(question);
    const answer = answers[question.id];
    return feed === undefined || answer === undefined
      ? fields
      : placed(fields, feed.slice(1).split('/'), answer);
  }, untold);
}

function placed(fields: Fields, [name = '', ...rest]: readonly string[], answer: Answer): Fields {
  if (rest.length === 0) return { ...fields, [name]: answer };
  const inner = fields[name];
  const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return { ...fields, [name]: placed(isGroup ? inner : {}, rest, answer) };
}

function onlyOf(type: Question['type'], asked: readonly Question[], answers: FormAnswers): Fields {
  const entries = asked.flatMap((question): [string, Answer][] => {
    const answer = answers[question.id];
    return question.type === type && answer !== undefined ? [[question.id, answer]] : [];
  });
  return Object.fromEntries(entries);
}

function supportOf(asked: readonly Question[], answers: FormAnswers) {
  const entries = asked.flatMap((question): [string, Answer][] => {
    const answer = answers[question.id];
    return question.type === 'support' && answer !== undefined ? [[question.domain, answer]] : [];
  });
  return InformalSupport.safeParse(Object.fromEntries(entries), { error: plainWords });
}

/** Each fault of the assessment, said of the question whose answer led to it. */
function unfinished(error: z.ZodError, asked: readonly Question[]) {
  return refuseAnswers(
    'answer-missing',
    wrongOf(error).map(({ pointer: at, detail }) => {
      const question = asked.find((each) => isWithin(at, placeOf(each)));
      const place = question && placeOf(question);
      const pointer =
        place === undefined ? at : `/answers/${question?.id}${at.slice(place.length)}`;
      return { pointer, detail };
    }),
  );
}

function placeOf(question: Question): string | undefined {
  return question.type === 'support' ? `/${question.domain}` : feedOf(question);
}

function isWithin(at: string, place: string | undefined): boolean {
  return place !== undefined && (at === place || at.startsWith(`${place}/`));
}
