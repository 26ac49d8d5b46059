import * as z from 'zod';
import { fillLetter, wordsIn } from '#shared/council/letters/letters.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { LetterReader } from '#shared/domain/letters/letter-reader.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { Ports } from '../ports.ts';
import { letterValues } from './letter-values.ts';
import { letterFor } from './letters-by-event.ts';
import { wordsFor } from './words-for.ts';

/** In the person's language where the council has it, and else in English. */
export const LetterInWords = z.strictObject({
  subject: z.string(),
  body: z.string(),
  text: z.string().optional(),
});

interface Written {
  readonly event: RecordedEvent<CaseState>;
  readonly language: string;
  /** Who reads it in the person's place. */
  readonly reader: LetterReader | null;
}

/** What a letter about an event says; undefined where the event is told in none. */
export async function letterInWords(
  { event, language, reader }: Written,
  { people, council }: Pick<Ports, 'people' | 'council'>,
): Promise<z.infer<typeof LetterInWords> | undefined> {
  const name = letterFor(event);
  if (!name) return undefined;
  const person = await people.last(event.after.personId);
  if (!person) throw new Error('the case is about nobody');
  const values = letterValues(event, person.after.details, { council, language });
  const filled = fillLetter(wordsIn(council.letters[name], language), values);
  return wordsFor(reader, filled, values['person name']);
}
