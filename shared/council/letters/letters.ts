import * as z from 'zod';
import type { LetterSubject } from '../../domain/letters/letter-reader.ts';

/** What a letter may leave open, written ((like this)) in its text and filled in when it is
 * sent. */
export const letterPlaceholders = [
  'person name',
  'council name',
  'phone',
  'out-of-hours phone',
  'reference',
  'next step',
  'date',
  'reason',
  'advice',
  'weekly amount',
  'four-weekly amount',
  'contribution',
  'worker name',
  'team name',
  'glossary',
  'opening hours',
  'other formats',
  'languages',
  'time',
  'place',
  'equipment',
  'under 18',
  'decision',
  'to put right',
] as const;
export type LetterPlaceholder = (typeof letterPlaceholders)[number];

const opening = /\(\(([^()]*)\)\)/g;
const known: ReadonlySet<string> = new Set(letterPlaceholders);

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(opening)].map(([, name = '']) => name);
}

const LetterText = z
  .string()
  .min(1)
  .max(4000)
  .refine((text) => placeholdersIn(text).every((name) => known.has(name)), {
    error: (issue) => {
      const stranger = placeholdersIn(String(issue.input)).find((name) => !known.has(name));
      return `((${stranger})) is not something that a letter can be filled with`;
    },
  });

const Words = z.strictObject({
  subject: LetterText.max(200),
  body: LetterText,
  /** The same as a text message, where it is short enough for one. */
  text: LetterText.max(300).optional(),
});
export type LetterWords = z.infer<typeof Words>;

/** A letter in English, and in the languages that it has been translated into, by IETF tag. */
export const Letter = Words.extend({ translations: z.record(z.string(), Words).default({}) });
export type Letter = z.infer<typeof Letter>;

/** The letters that the service sends by itself, one for each thing that a person must be told. */
export const LetterId = z.enum([
  'contact-received',
  'advice-given',
  'referred',
  'appointment-booked',
  'appointment-changed',
  'appointment-cancelled',
  'appointment-reminder',
  'equipment-prescribed',
  'waiting-list-re-check',
  'assessment-copy',
  'determination',
  'indicative-budget',
  'second-look-asked',
  'second-look-upheld',
  'second-look-changed',
  'plan-agreed',
  'plan-not-agreed',
  'contribution',
  'charge-provisional',
  'charge-full-cost',
  'charge-changed',
  'charge-new-year',
  'contribution-statement',
  'contribution-reminder',
  'contribution-dispute-answered',
  'contribution-instalments',
  'budget-authorised',
  'direct-payment-agreed',
  'direct-payment-refused',
  'direct-payment-ended',
  'account-changed',
  'direct-payment-return-asked',
  'direct-payment-return-late',
  'direct-payment-return-questioned',
  'direct-payment-return-not-accepted',
  'direct-payment-reclaimed',
  'direct-payment-taken-off',
  'direct-payment-reclaim-late',
  'direct-payment-stopped',
  'direct-payment-goes-on',
  'support-started',
  'review-due',
  'closed',
]);
export type LetterId = z.infer<typeof LetterId>;

/** What each is about: it decides who may read it in the person's place. */
export const letterSubjects = {
  'contact-received': 'care',
  'advice-given': 'care',
  referred: 'care',
  'appointment-booked': 'care',
  'appointment-changed': 'care',
  'appointment-cancelled': 'care',
  'appointment-reminder': 'care',
  'equipment-prescribed': 'care',
  'waiting-list-re-check': 'care',
  determination: 'care',
  'indicative-budget': 'money',
  'second-look-asked': 'care',
  'second-look-upheld': 'care',
  'second-look-changed': 'care',
  'plan-agreed': 'care',
  'plan-not-agreed': 'care',
  contribution: 'money',
  'assessment-copy': 'care',
  'charge-changed': 'money',
  'charge-new-year': 'money',
  'contribution-statement': 'money',
  'contribution-reminder': 'money',
  'contribution-dispute-answered': 'money',
  'contribution-instalments': 'money',
  'charge-full-cost': 'money',
  'charge-provisional': 'money',
  'budget-authorised': 'money',
  'direct-payment-agreed': 'direct-payment',
  'direct-payment-refused': 'direct-payment',
  'direct-payment-ended': 'direct-payment',
  'account-changed': 'direct-payment',
  'direct-payment-return-asked': 'direct-payment',
  'direct-payment-return-late': 'direct-payment',
  'direct-payment-return-questioned': 'direct-payment',
  'direct-payment-return-not-accepted': 'direct-payment',
  'direct-payment-reclaimed': 'direct-payment',
  'direct-payment-taken-off': 'direct-payment',
  'direct-payment-reclaim-late': 'direct-payment',
  'direct-payment-stopped': 'direct-payment',
  'direct-payment-goes-on': 'direct-payment',
  'support-started': 'care',
  'review-due': 'care',
  closed: 'care',
} as const satisfies Record<LetterId, LetterSubject>;

export const Letters = z.record(LetterId, Letter);
export type Letters = z.infer<typeof Letters>;

/** The languages that a letter can be sent in. */
export function languagesOf(letter: Letter): string[] {
  return ['en', ...Object.keys(letter.translations)];
}

/** The letter in that language, or in English where it has not been translated. */
export function wordsIn(letter: Letter, language: string): LetterWords {
  return letter.translations[language] ?? letter;
}

/** The letter with its openings filled. Throws when a value is missing, because a letter with a
 * hole in it must never reach a person. */
export function fillLetter(
  letter: LetterWords,
  values: Readonly<Partial<Record<LetterPlaceholder, string>>>,
): LetterWords {
  const given = new Map<string, string>(Object.entries(values));
  const fill = (text: string) =>
    text
      .replaceAll(opening, (_, name: string) => {
        const value = given.get(name);
        if (value === undefined) throw new Error(`the letter needs a value for ((${name}))`);
        return value;
      })
      // What there was nothing to say of leaves no gap.
      .replaceAll(/\n{3,}/g, '\n\n');
  const { subject, body, text } = letter;
  const filled = { subject: fill(subject), body: fill(body) };
  return text === undefined ? filled : { ...filled, text: fill(text) };
}
