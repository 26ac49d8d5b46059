import { wordStem } from './words.ts';

const suggestionsMax = 3;

/** The words of a directory that are written most like one that it does not have, the nearest first
 * and then by letters. A short word may differ in one letter, a longer one in two. */
export function nearestWords(typed: string, known: ReadonlySet<string>): string[] {
  const editsMax = typed.length > 5 ? 2 : 1;
  return [...known]
    .filter((word) => Math.abs(word.length - typed.length) <= editsMax)
    .map((word) => ({ word, edits: editsBetween(typed, word) }))
    .filter(({ edits }) => edits <= editsMax)
    .sort((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1))
    .filter(({ word }, place, all) => {
      // "lunch" and "lunches" find the same.
      return all.findIndex((other) => wordStem(other.word) === wordStem(word)) === place;
    })
    .slice(0, suggestionsMax)
    .map(({ word }) => word);
}

/** How many letters must be put in, left out, changed or swapped with the next to make one word the
 * other (optimal string alignment). */
export function editsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_none, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (beforeLast[column - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + changed,
        swapped,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
