import type { LetterWords } from '#shared/council/letters/letters.ts';
import { type LetterReader, noticeTo } from '#shared/domain/letters/letter-reader.ts';

/** The letter as whoever reads it gets it: its own words are to the person, and before them stands why
 * somebody else gets it. */
export function wordsFor(
  reader: LetterReader | null,
  words: LetterWords,
  personName: string,
): LetterWords {
  if (!reader) return words;
  return { ...words, body: `${noticeTo(reader, personName)}\n\n${words.body}` };
}
