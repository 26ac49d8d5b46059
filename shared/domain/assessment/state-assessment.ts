import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { answerInWords } from './form/answer-in-words.ts';
import { isAsked } from './form/answers.ts';
import { type AssessmentForm, feedOf, questionsOf } from './form/assessment-form.ts';
import type { Question } from './form/question.ts';
import { needsInWords } from './needs-in-words.ts';
import type { RecordedAssessment } from './recorded-assessment.ts';

const Line = z.strictObject({
  about: z.string(),
  words: z.array(z.string()),
  /** The person's own account, and not the practitioner's of it. */
  isByPerson: z.boolean(),
});
type Line = z.infer<typeof Line>;

/** An assessment as the person gets it (Care Act 2014 s12(3)): what they said, what was found, how it was
 * held, and where they see it otherwise. */
export const AssessmentStatement = z
  .strictObject({
    assessedOn: CivilDate,
    assessedBy: z.string(),
    rule: z.string(),
    sections: z.array(z.strictObject({ title: z.string(), lines: z.array(Line) })),
    /** Both accounts of what was answered in two ways, side by side. */
    differences: z.array(
      z.strictObject({
        about: z.string(),
        weSay: z.array(z.string()),
        youSay: z.array(z.string()),
      }),
    ),
    confirmed: z.strictObject({ by: z.string(), on: CivilDate, how: z.string() }).nullable(),
  })
  .meta({ id: 'AssessmentStatement' });
export type AssessmentStatement = z.infer<typeof AssessmentStatement>;

/** Says an assessment in words. The form adds what only it asks; without one there is the rest. */
export function stateAssessment(
  recorded: RecordedAssessment,
  form: AssessmentForm | undefined,
): AssessmentStatement {
  const { assessedOn, assessor, rule, selfAssessment } = recorded;
  const sections = [
    { title: 'In your words', lines: ownWords(recorded, form) },
    {
      title: 'What we found',
      lines: needsInWords(recorded.needs).map(({ about, found }) => line(about, found)),
    },
    ...(form ? asked(recorded, form) : []),
    { title: 'What could help', lines: recorded.optionsDiscussed.map(optionLine) },
    { title: 'How we assessed you', lines: howItWasHeld(recorded) },
  ];
  return {
    assessedOn,
    assessedBy: assessor.name,
    rule,
    sections: sections.filter(({ lines }) => lines.length > 0),
    differences: form ? differencesIn(recorded, form) : [],
    confirmed: selfAssessment
      ? {
          by: selfAssessment.confirmedBy.name,
          on: selfAssessment.on,
          how: selfAssessment.howConfirmed,
        }
      : null,
  };
}

function line(about: string, words: readonly string[], isByPerson = false): Line {
  return { about, words: [...words], isByPerson };
}

function ownWords(
  { ownAccount, whatMatters, form: filled }: RecordedAssessment,
  form: AssessmentForm | undefined,
): Line[] {
  const written = form ? questionsOf(form).map(({ question }) => question) : [];
  const isTheirs = (feed: string) => {
    const question = written.find((each) => feedOf(each) === feed);
    return question !== undefined && (filled?.writtenByPerson ?? []).includes(question.id);
  };
  return [
    line('How things are', [ownAccount], isTheirs('/ownAccount')),
    line('What matters to you', [whatMatters], isTheirs('/whatMatters')),
    ...linesOf(
      written.filter(({ isOwnWords }) => isOwnWords),
      filled,
    ),
  ];
}

/** What only the form asks of the person, section by section. What their carer said stands there only
 * where the carer lets them read it (UK GDPR Art. 5(1)(a), 15(4)). */
function asked({ form: filled }: RecordedAssessment, form: AssessmentForm) {
  const mayRead = ({ saidBy, mayBeReadIf = '' }: AssessmentForm['sections'][number]) =>
    saidBy === 'person' || filled?.answers[mayBeReadIf] === true;
  return form.sections.filter(mayRead).map(({ title, questions }) => ({
    title,
    lines: linesOf(
      questions.filter(({ isOwnWords, isForWorker }) => !isOwnWords && !isForWorker),
      filled,
    ),
  }));
}

/** The answers that fill no field of the assessment, or count for the score. */
function linesOf(questions: readonly Question[], filled: RecordedAssessment['form']): Line[] {
  const { answers = {}, writtenByPerson = [] } = filled ?? {};
  return questions
    .filter((question) => feedOf(question) === undefined && isAsked(question, answers))
    .flatMap((question) => {
      const words = answerInWords(question, answers[question.id]);
      const isByPerson = writtenByPerson.includes(question.id);
      return words.length === 0 ? [] : [line(question.text, words, isByPerson)];
    });
}

type Option = RecordedAssessment['optionsDiscussed'][number];

function optionLine({ option, personsView, discussedWith, permission }: Option): Line {
  const withWhom =
    discussedWith === undefined
      ? []
      : [`Talked through with ${discussedWith}${permission === 'given' ? ', as you wished' : ''}.`];
  return line(option, [personsView, ...withWhom]);
}

function howItWasHeld(recorded: RecordedAssessment): Line[] {
  const { present, mayTalkTo, assessor, advocacy, continuingHealthcare, jointWithCarer } = recorded;
  const people = present.map(({ name, relationship }) => `${name}, ${relationship}`);
  const others = mayTalkTo.map(
    ({ name, relationship, about }) => `${name}, ${relationship}: ${about}`,
  );
  return [
    line('Who was there', people),
    line('Whom you let us talk to', others.length === 0 ? ['Nobody.'] : others),
    line('Who assessed you', [assessor.name, assessor.competence]),
    line('How you took part', [advocacy.reason]),
    line('Care that the NHS might pay for', [continuingHealthcare.reason]),
    ...(jointWithCarer
      ? [line('Together with a carer', [`${jointWithCarer.carerName}; you both agreed to it.`])]
      : []),
  ];
}

function differencesIn({ form: filled }: RecordedAssessment, form: AssessmentForm) {
  const { answers = {}, personSays = {} } = filled ?? {};
  return questionsOf(form).flatMap(({ question }) => {
    const youSay = answerInWords(question, personSays[question.id]);
    const weSay = answerInWords(question, answers[question.id]);
    return youSay.length === 0 ? [] : [{ about: question.text, weSay, youSay }];
  });
}
