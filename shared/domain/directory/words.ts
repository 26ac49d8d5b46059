/** What people type and what a directory says, made comparable: small letters, no accents, no
 * marks. */
export function wordsIn(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

// Words that nearly every sentence about needing help has, so that they tell services apart badly.
const commonWords = new Set(
  wordsIn(
    'a am an and any are as at be can do does for from get give has have he help her him his how i if in ' +
      'is it its like me mum dad my need needs of on or our she so some somebody someone support that ' +
      'the their them they this to us want we what when where which who will with would you your',
  ),
);

/** The words of a text that tell it apart from others, each once. */
export function tellingWords(text: string): string[] {
  return [...new Set(wordsIn(text))].filter((word) => !commonWords.has(word));
}

/** The beginning that a word shares with its other forms: `falls` and `falling` are found by
 * `fall`. */
export function wordStem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ies')) return word.slice(0, -3);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}
