import type { Questionnaire } from '../../allocation/questionnaire.ts';
import type { Answer, FormAnswers } from './answers.ts';
import {
  type AssessmentForm,
  questionsOf,
  type WrittenForm,
  withScores,
} from './assessment-form.ts';
import { fillAssessment } from './fill-assessment.ts';
import type { Column, Question, WrittenQuestion } from './question.ts';

/** What is wrong with a form that has the right shape, each in a sentence that names it; empty for one
 * that can be filled in to an assessment, with every question answered and with the fewest. */
export function formFaults(form: WrittenForm, questionnaire: Questionnaire): string[] {
  const asked = questionsOf(form);
  const questions = asked.map(({ question }) => question);
  const faults = [
    ...repeated('section', form.sections),
    ...repeated('question', questions),
    ...questions.flatMap(repeatedWithin),
    ...strayConditions(questions),
    ...strayPermissions(form, questions),
    ...mixed(form),
    ...scoreFaults(form, questionnaire),
  ];
  // Whether it can be filled in is only asked of a form whose questions are whole.
  return faults.length > 0 ? faults : unfillable(withScores(form, questionnaire));
}

function repeated(what: string, named: readonly { readonly id: string }[]): string[] {
  const ids = named.map(({ id }) => id);
  return ids
    .filter((id, place) => ids.indexOf(id) < place)
    .map((id) => `the ${what} ${id} stands twice`);
}

function repeatedWithin(question: WrittenQuestion): string[] {
  const at = `in ${question.id} the`;
  const options = 'options' in question ? question.options : [];
  const columns: readonly Column[] = question.type === 'rows' ? question.columns : [];
  return [
    ...repeated(`${at} option`, options),
    ...repeated(`${at} column`, columns),
    ...columns.flatMap((column) =>
      column.type === 'choice' ? repeated(`${at} option`, column.options) : [],
    ),
  ];
}

function strayConditions(questions: readonly WrittenQuestion[]): string[] {
  return questions.flatMap(({ id, onlyIf }, place) => {
    if (!onlyIf) return [];
    const earlier = questions.slice(0, place).find((each) => each.id === onlyIf.question);
    if (!earlier) return [`${id} depends on ${onlyIf.question}, which is not asked before it`];
    const options: readonly (string | boolean)[] =
      earlier.type === 'choice'
        ? earlier.options.map((option) => option.id)
        : earlier.type === 'yes-no'
          ? [true, false]
          : [];
    return options.includes(onlyIf.is)
      ? []
      : [`${id} depends on ${onlyIf.is}, which is no answer to ${onlyIf.question}`];
  });
}

function strayPermissions({ sections }: WrittenForm, questions: readonly WrittenQuestion[]) {
  return sections.flatMap(({ id, mayBeReadIf }) =>
    mayBeReadIf === undefined ||
    questions.some((each) => each.id === mayBeReadIf && each.type === 'yes-no')
      ? []
      : [`${id} may be read if ${mayBeReadIf}, which is no question of yes or no`],
  );
}

/** What a carer says in a joint assessment must not come to stand in the person's findings or score. */
function mixed(form: WrittenForm): string[] {
  return questionsOf(form)
    .filter(({ saidBy }) => saidBy === 'carer')
    .filter(({ question }) => {
      const isFound = ['finding', 'score', 'support'].includes(question.type);
      return isFound || ('feeds' in question && question.feeds !== undefined);
    })
    .map(({ question }) => `${question.id} mixes what the carer says into the person's assessment`);
}

function scoreFaults(form: WrittenForm, questionnaire: Questionnaire): string[] {
  if (form.subject !== questionnaire.subject) {
    return [`the questionnaire ${questionnaire.version} is for the ${questionnaire.subject}`];
  }
  const questions = questionsOf(form).map(({ question }) => question);
  const scored = questions.filter(({ type }) => type === 'score').map(({ id }) => id);
  const known = questionnaire.domains.flatMap((domain) => domain.questions.map(({ id }) => id));
  const domains = questionnaire.domains.filter((domain) => domain.isReducedBySupport);
  return [
    ...scored
      .filter((id) => !known.includes(id))
      .map((id) => `${id} is no question of ${questionnaire.version}`),
    // Without an answer to each there is no score.
    ...known
      .filter((id) => !scored.includes(id))
      .map((id) => `the question ${id} of ${questionnaire.version} is not asked`),
    ...questions.flatMap((question) =>
      question.type !== 'support' || domains.some(({ id }) => id === question.domain)
        ? []
        : [`${question.id} is of ${question.domain}, whose points no support reduces`],
    ),
  ];
}

/** The form is filled in, once with every answer and once with those that must be given. */
function unfillable(form: AssessmentForm): string[] {
  const questions = questionsOf(form).map(({ question }) => question);
  const all = Object.fromEntries(questions.map((each) => [each.id, sampleOf(each, form)]));
  const conditions = questions.flatMap(({ onlyIf }) => (onlyIf ? [onlyIf] : []));
  const whole: FormAnswers = {
    ...all,
    ...Object.fromEntries(conditions.map(({ question, is }) => [question, is])),
  };
  const needed = questions.filter(({ isRequired, onlyIf }) => isRequired && !onlyIf);
  const fewest = Object.fromEntries(needed.map(({ id }) => [id, all[id] ?? null]));
  return [...new Set([whole, fewest].flatMap((answers) => faultsOfFilling(form, answers)))];
}

function faultsOfFilling(form: AssessmentForm, answers: FormAnswers): string[] {
  const filled = fillAssessment(form, answers);
  if (filled.accepted) return [];
  const { errors = [] } = filled.refusal;
  return errors.map(({ pointer, detail }) => `it makes no assessment: ${pointer}: ${detail}`);
}

function sampleOf(question: Question, { effectiveFrom, subject }: AssessmentForm): Answer {
  switch (question.type) {
    case 'text':
      return 'x';
    case 'choice':
    case 'score':
      return question.options[0]?.id ?? null;
    case 'many-choices':
      return question.options.map(({ id }) => id);
    case 'yes-no':
      return true;
    case 'date':
      return effectiveFrom;
    case 'number':
      return question.min;
    case 'rows':
      return [Object.fromEntries(question.columns.map((column) => [column.id, cellOf(column)]))];
    case 'finding': {
      const finding = { achieved: true, limbs: [], evidence: '' };
      return subject === 'adult' ? { ...finding, carerHelpsNow: false } : finding;
    }
    case 'support':
      return { shareMet: 'some', isWilling: true, isAble: true, sustainability: 'lasting' };
  }
}

function cellOf(column: Column): string | boolean {
  if (column.type === 'yes-no') return true;
  return column.type === 'text' ? 'x' : (column.options[0]?.id ?? '');
}
