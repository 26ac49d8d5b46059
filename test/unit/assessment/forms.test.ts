import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkForms } from '#shared/council/load/check-forms.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import { formFor, loadForms } from '#shared/council/load/load-forms.ts';
import {
  type AssessmentForm,
  questionsOf,
} from '#shared/domain/assessment/form/assessment-form.ts';
import { fillAssessment } from '#shared/domain/assessment/form/fill-assessment.ts';
import { AccommodationStatus } from '#shared/domain/codes/accommodation-status.ts';
import { EmploymentStatus } from '#shared/domain/codes/employment-status.ts';
import { wholeAnswers } from '#test/support/form-answers.ts';

const worcestershire = councilNamed('worcestershire');

type File = ReturnType<typeof fileOf>;
const fileOf = (version: string) =>
  JSON.parse(readFileSync(`shared/council/data/forms/${version}.json`, 'utf8'));
const adult = () => fileOf('adult-assessment-2015-04-01');
const carer = () => fileOf('carer-assessment-2015-04-01');

/** The adult's form, in which one question is changed. */
function withQuestion(id: string, change: (question: File) => File | undefined): File {
  const form = adult();
  for (const section of form.sections) {
    section.questions = section.questions.flatMap((question: File) =>
      question.id === id ? (change(question) ?? []) : question,
    );
  }
  return form;
}

const added = (question: object, section = 'home-and-work') => {
  const form = adult();
  form.sections.find(({ id }: File) => id === section).questions.push(question);
  return form;
};

const readIf = (question: string) => {
  const form = adult();
  form.sections.find(({ saidBy }: File) => saidBy === 'carer').mayBeReadIf = question;
  return form;
};

describe('A form', () => {
  test.each(councilIds)('of %s can be filled in to an assessment', (id) => {
    const council = councilNamed(id);
    expect(() => checkForms(council, council.assessmentForms.map(fileOf))).not.toThrow();
  });

  test.each<[string, File]>([
    ['the question washing stands twice', withQuestion('washing', (each) => [each, each])],
    ['sections.2.questions.4.type', added({ type: 'guess', id: 'guess', text: 'Guess?' })],
    [
      'sections.2.questions.4',
      added({ type: 'choice', id: 'one', text: 'One?', options: [{ id: 'a', text: 'A' }] }),
    ],
    [
      'in employment the option unknown stands twice',
      withQuestion('employment', (each) => ({
        ...each,
        options: [...each.options, each.options.at(-1)],
      })),
    ],
    [
      'what-the-carer-says may be read if washing, which is no question of yes or no',
      readIf('washing'),
    ],
    [
      'later depends on later-still, which is not asked before it',
      added({
        type: 'yes-no',
        id: 'later',
        text: '?',
        onlyIf: { question: 'later-still', is: true },
      }),
    ],
    [
      'pet depends on castle, which is no answer to accommodation',
      added({
        type: 'yes-no',
        id: 'pet',
        text: '?',
        onlyIf: { question: 'accommodation', is: 'castle' },
      }),
    ],
    [
      'the question washing of adult-2008-04-01 is not asked',
      withQuestion('washing', () => undefined),
    ],
    ['swimming is no question of adult-2008-04-01', added({ type: 'score', id: 'swimming' })],
    [
      'support-luck is of luck, whose points no support reduces',
      added({ type: 'support', id: 'support-luck', text: '?', domain: 'luck' }),
    ],
    [
      "carer-scored mixes what the carer says into the person's assessment",
      added({ type: 'score', id: 'carer-scored' }, 'what-the-carer-says'),
    ],
    [
      "carer-account mixes what the carer says into the person's assessment",
      added(
        { type: 'text', id: 'carer-account', text: '?', feeds: '/ownAccount' },
        'what-the-carer-says',
      ),
    ],
    [
      'it makes no assessment: /ownAccount: This is needed.',
      withQuestion('own-account', () => undefined),
    ],
    [
      'it makes no assessment: /answers/what-matters: This is needed.',
      withQuestion('what-matters', (each) => ({ ...each, isRequired: false })),
    ],
    [
      'it makes no assessment: /answers/chc-result',
      withQuestion('chc-result', (each) => ({
        ...each,
        options: [{ id: 'perhaps', text: 'Perhaps' }, ...each.options],
      })),
    ],
    [
      'it makes no assessment: /answers/shoe: This field is not known.',
      added({ type: 'text', id: 'shoe', text: '?', feeds: '/shoeSize' }),
    ],
    [
      'the questionnaire carer-2008-04-01 is for the carer',
      { ...adult(), questionnaire: 'carer-2008-04-01' },
    ],
    ['Policy version adult-1999 is not kept here', { ...adult(), questionnaire: 'adult-1999' }],
  ])('that is wrong fails by name: %s', (fault, file) => {
    expect(() => checkForms(worcestershire, [file, carer()])).toThrow(
      new RegExp(`worcestershire are wrong.*adult-assessment-2015-04-01: .*${escaped(fault)}`),
    );
  });

  test('is one for each day: two that begin together, or none, fail', () => {
    const forms = [adult(), carer()];
    const twice = [...forms, { ...adult(), version: 'adult-other' }];
    expect(() => checkForms(worcestershire, twice)).toThrow(
      'two for the adult begin on 2015-04-01',
    );
    const late = [adult(), { ...carer(), effectiveFrom: '2015-04-02' }];
    expect(() => checkForms(worcestershire, late)).toThrow(
      'there is none for the carer on 2015-04-01',
    );
  });

  test('asks in the words of the national return', async () => {
    const asked = (await loadForms(worcestershire)).flatMap((form) =>
      questionsOf(form).map(({ question }) => question),
    );
    const idsOf = (nationalId: string) =>
      asked.flatMap((each) =>
        'nationalId' in each && each.nationalId === nationalId && 'options' in each
          ? each.options.map(({ id }) => id)
          : [],
      );
    expect(idsOf('Accommodation Status')).toEqual(AccommodationStatus.options);
    expect(idsOf('Employment Status')).toEqual(EmploymentStatus.options);
  });

  test('shows the words of a score, and never its points', async () => {
    const [form] = await loadForms(worcestershire);
    expect(JSON.stringify(form)).toContain('Washing and bathing');
    expect(JSON.stringify(form)).not.toContain('points');
  });
});

test('answers stay with the version that they were begun on', async () => {
  const [first] = await loadForms(worcestershire);
  if (!first) throw new Error('no form');
  const newer: AssessmentForm = { ...first, version: 'adult-newer', effectiveFrom: '2026-07-01' };
  const on = (today: string, begun?: string) =>
    formFor([first, newer], { subject: 'adult', begun, today });
  expect(on('2026-06-30')).toMatchObject({ value: { version: first.version } });
  expect(on('2026-07-01')).toMatchObject({ value: { version: 'adult-newer' } });
  expect(on('2026-07-01', first.version)).toMatchObject({ value: { version: first.version } });
  expect(on('2015-03-31')).toMatchObject({ refusal: { kind: 'policy-not-in-force' } });
});

test('the same answers to the same version make the same assessment', async () => {
  const [form] = await loadForms(worcestershire);
  if (!form) throw new Error('no form');
  const answers = wholeAnswers('2026-07-02');
  const stored = JSON.parse(JSON.stringify(answers));
  expect(fillAssessment(form, stored)).toEqual(fillAssessment(form, answers));
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
