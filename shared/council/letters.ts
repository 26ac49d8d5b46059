import * as z from 'zod';

/** What a letter may leave open, written ((like this)) in its text and filled in when it is
 * sent. */
export const letterPlaceholders = [
  'person name',
  'council name',
  'phone',
  'reference',
  'next step',
  'date',
  'reason',
  'advice',
  'weekly amount',
  'four-weekly amount',
  'contribution',
  'worker name',
  'glossary',
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

export const Letter = z.strictObject({ subject: LetterText.max(200), body: LetterText });
export type Letter = z.infer<typeof Letter>;

/** The letters that the service sends by itself, one for each thing that a person must be told. */
export const LetterId = z.enum([
  'contact-received',
  'advice-given',
  'referred',
  'determination',
  'indicative-budget',
  'plan-agreed',
  'budget-authorised',
  'support-started',
  'review-due',
  'closed',
]);
export type LetterId = z.infer<typeof LetterId>;

export const Letters = z.record(LetterId, Letter);
export type Letters = z.infer<typeof Letters>;

/** The letter with its openings filled. Throws when a value is missing, because a letter with a
 * hole in it must never reach a person. */
export function fillLetter(
  letter: Letter,
  values: Readonly<Partial<Record<LetterPlaceholder, string>>>,
): Letter {
  const given = new Map<string, string>(Object.entries(values));
  const fill = (text: string) =>
    text.replaceAll(opening, (_, name: string) => {
      const value = given.get(name);
      if (value === undefined) throw new Error(`the letter needs a value for ((${name}))`);
      return value;
    });
  return { subject: fill(letter.subject), body: fill(letter.body) };
}
