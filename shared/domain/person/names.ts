import type { PersonName } from './person-details.ts';

/** What a council counts as a similar name: one that sounds alike (Soundex), one with the same first
 * letters, or only the same name. */
export const nameLikenesses = ['sound', 'first-letter', 'none'] as const;
export type NameLikeness = (typeof nameLikenesses)[number];

// Letters that are no letter with a mark, and so stay when the marks are taken off.
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** The words of a name without case, marks, apostrophes or hyphens: `O’Neill-Gündüz` is `oneill
 * gunduz`. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/['’‘ʼ`´.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What a whole name is compared and found by: its words in the order of the alphabet, because forms
 * and cultures differ in which name comes first. */
export function nameKey({ givenName, familyName }: PersonName): string {
  return [...wordsOf(givenName), ...wordsOf(familyName)].sort().join(' ');
}

/** Whether two names that were told as a whole are the same one. */
export function isSameWholeName(a: string, b: string): boolean {
  return wordsOf(a).sort().join(' ') === wordsOf(b).sort().join(' ');
}

/** Whether two names that are not the same may be one person's, in either order of the names. */
export function areNamesSimilar(a: PersonName, b: PersonName, likeness: NameLikeness): boolean {
  if (likeness === 'none') return false;
  const code = likeness === 'sound' ? soundKey : initialKey;
  const swapped = { givenName: b.familyName, familyName: b.givenName };
  const key = code(a);
  return key !== '' && (key === code(b) || key === code(swapped));
}

/** How the family name sounds, and the initial of the given name. */
function soundKey({ givenName, familyName }: PersonName): string {
  const family = wordsOf(familyName).join('');
  const given = wordsOf(givenName).join('');
  return family === '' || given === '' ? '' : `${soundex(family)} ${given.slice(0, 1)}`;
}

function initialKey({ givenName, familyName }: PersonName): string {
  const given = wordsOf(givenName).join('').slice(0, 1);
  const family = wordsOf(familyName).join('').slice(0, 1);
  return given === '' || family === '' ? '' : `${given}${family}`;
}

const groups = ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'] as const;

/** The letter and three digits of American Soundex, as the United States' census defines it; a letter
 * of another script stands for itself. */
function soundex(word: string): string {
  let code = word.slice(0, 1);
  let last = groupOf(code);
  for (const letter of word.slice(1)) {
    const group = groupOf(letter);
    if (group > 0 && group !== last) code += group;
    // Two letters of a group count once, also across an h or a w, but twice across a vowel.
    if (letter !== 'h' && letter !== 'w') last = group;
    if (!/[a-z]/.test(letter)) code += letter;
  }
  return code.padEnd(4, '0').slice(0, 4);
}

function groupOf(letter: string): number {
  return groups.findIndex((group) => group.includes(letter)) + 1;
}
