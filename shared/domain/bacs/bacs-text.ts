import { accept, type Outcome, refuse } from '../outcome.ts';

/** Words as Bacs takes them, and whether anything of them had to change beyond capital letters. */
export interface BacsText {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'AE',
  Æ: 'AE',
  œ: 'OE',
  Œ: 'OE',
  ø: 'O',
  Ø: 'O',
  đ: 'D',
  Đ: 'D',
  ð: 'D',
  Ð: 'D',
  ł: 'L',
  Ł: 'L',
  þ: 'TH',
  Þ: 'TH',
  ı: 'I',
};

/** Writes a name or a reference in the characters of Bacs Standard 18 (A-Z 0-9 . & / - and space),
 * cut to `length`. An accent is left out, an apostrophe closes up (O'Neill is ONEILL), and any other
 * character becomes a space. Refuses `invalid-input` where no letter or digit is left. */
export function bacsText(words: string, length: number): Outcome<BacsText> {
  const letters = [...words.trim()].map((letter) => plainLetters[letter] ?? letter).join('');
  const text = letters
    .normalize('NFKD')
    .replaceAll(/[\p{M}'\u2018\u2019\u02BC`]/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9.&/-]+/g, ' ')
    .trim()
    .slice(0, length)
    .trimEnd();
  if (!/[A-Z0-9]/.test(text)) {
    const detail =
      'A bank takes letters from A to Z and digits only; nothing of these words is left.';
    return refuse('invalid-input', detail);
  }
  return accept({ text, isChanged: text !== words.trim().toUpperCase() });
}
