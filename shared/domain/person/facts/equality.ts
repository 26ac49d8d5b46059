import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';

const notTold = 'prefer-not-to-say';

// The groups of the 2021 census of England and Wales, from memory (u): a list of labels to monitor
// by, upon which nothing is decided.
const Ethnicity = z.enum([
  'white-british',
  'white-irish',
  'white-gypsy-or-irish-traveller',
  'white-roma',
  'white-other',
  'mixed-white-and-black-caribbean',
  'mixed-white-and-black-african',
  'mixed-white-and-asian',
  'mixed-other',
  'asian-indian',
  'asian-pakistani',
  'asian-bangladeshi',
  'asian-chinese',
  'asian-other',
  'black-african',
  'black-caribbean',
  'black-other',
  'arab',
  'other',
  notTold,
]);

const ReligionOrBelief = z.enum([
  'none',
  'buddhist',
  'christian',
  'hindu',
  'jewish',
  'muslim',
  'sikh',
  'other',
  notTold,
]);

const SexualOrientation = z.enum([
  'straight-or-heterosexual',
  'gay-or-lesbian',
  'bisexual',
  'other',
  notTold,
]);

const Gender = z.enum(['woman', 'man', 'non-binary', 'other', notTold]);

/** A physical or mental impairment with a substantial and long-term effect (Equality Act 2010
 * s6). */
const Disability = z.enum(['disabled', 'not-disabled', notTold]);

/** The answers to the equality questions, all of them voluntary: each may be left out, or not told.
 * They are for monitoring who is served (Equality Act 2010 s149) and nothing else. */
export const EqualityFacts = z
  .strictObject({
    ethnicity: Ethnicity.optional(),
    religionOrBelief: ReligionOrBelief.optional(),
    sexualOrientation: SexualOrientation.optional(),
    gender: Gender.optional(),
    disability: Disability.optional(),
  })
  .meta({ id: 'EqualityFacts' });
export type EqualityFacts = z.infer<typeof EqualityFacts>;

/** The answers as they are given: leaving everything out answers nothing, and is not kept. */
export const EqualityAnswers = EqualityFacts.refine(
  (facts) => Object.keys(facts).length > 0,
  'Answer one of the questions at least, or erase what was answered.',
).meta({ id: 'EqualityAnswers', examples: [{ gender: 'woman', disability: 'prefer-not-to-say' }] });

/** As they are kept: apart from the events, so that they can be erased and no decision reads them. */
export const KeptEqualityFacts = z
  .strictObject({ answers: EqualityFacts, recordedOn: CivilDate })
  .meta({ id: 'KeptEqualityFacts' });
export type KeptEqualityFacts = z.infer<typeof KeptEqualityFacts>;

interface EqualityQuestion {
  readonly field: keyof EqualityFacts;
  readonly label: string;
  readonly why: string;
  readonly options: readonly string[];
}

/** The questions in the order in which they are asked, each with why. */
export const equalityQuestions: readonly EqualityQuestion[] = [
  {
    field: 'ethnicity',
    label: 'What is your ethnic group?',
    why: 'To see whether people of every ethnic group get help from us on equal terms.',
    options: Ethnicity.options,
  },
  {
    field: 'religionOrBelief',
    label: 'What is your religion or belief?',
    why: 'To see whether our services suit people of every faith and of none.',
    options: ReligionOrBelief.options,
  },
  {
    field: 'sexualOrientation',
    label: 'Which best describes your sexual orientation?',
    why: 'To see whether anybody is put off from asking us for help because of it.',
    options: SexualOrientation.options,
  },
  {
    field: 'gender',
    label: 'What is your gender?',
    why: 'To see whether we serve people of every gender equally well.',
    options: Gender.options,
  },
  {
    field: 'disability',
    label: 'Are you disabled?',
    why: 'To see whether disabled people can reach us as easily as everybody else.',
    options: Disability.options,
  },
];
