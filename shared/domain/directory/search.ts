import type { CivilDate } from '../calendar/civil-date.ts';
import { isFresh } from './checked.ts';
import type { DirectoryIndex, IndexEntry } from './directory-index.ts';
import { metresBetween, metresPerMile, type Position } from './position.ts';
import { tellingWords, wordStem, wordsIn } from './words.ts';

export interface DirectoryQuery {
  readonly need?: string | undefined;
  readonly category?: string | undefined;
  readonly text?: string | undefined;
  readonly from?: Position | undefined;
  readonly withinMiles?: number | undefined;
}

/** An index made ready for text: each entry beside the words that it is found by. */
export interface SearchableIndex extends DirectoryIndex {
  readonly byWords: readonly Searchable[];
}

interface Searchable {
  readonly entry: IndexEntry;
  /** Each word behind a blank, so that the beginning of a word is found as it stands. */
  readonly strong: string;
  readonly weak: string;
}

export interface FoundService {
  readonly entry: IndexEntry;
  /** None where the service comes to people or is online, or no postcode was given. */
  readonly metres: number | null;
  /** Sorts the list and says where a page of it ended: two services never have the same. */
  readonly place: string;
}

export function makeSearchable(index: DirectoryIndex): SearchableIndex {
  const names = new Map(
    index.terms.map(({ taxonomy, code, name }) => [`${taxonomy} ${code}`, name]),
  );
  return {
    ...index,
    byWords: index.entries.map((entry) => {
      const terms = [
        ...entry.needs.map((code) => names.get(`need ${code}`) ?? code),
        ...entry.categories.map((code) => names.get(`category ${code}`) ?? code),
      ];
      return {
        entry,
        strong: blankBefore(`${entry.name} ${entry.organisation} ${terms.join(' ')}`),
        weak: blankBefore(`${entry.summary} ${entry.words}`),
      };
    }),
  };
}

/** Everything that is asked for, best first: by how well the words fit, then the nearest, then by
 * name. A service that nobody has checked in time is left out. One without a place is within every
 * distance, because it comes to people or answers from afar. */
export function searchDirectory(
  index: SearchableIndex,
  query: DirectoryQuery,
  today: CivilDate,
): FoundService[] {
  const stems = tellingWords(query.text ?? '').map(wordStem);
  return index.byWords
    .filter(({ entry }) => isFresh(entry, today) && hasTerms(entry, query))
    .flatMap((searchable) => rank(searchable, stems, query))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

function hasTerms(entry: IndexEntry, { need, category }: DirectoryQuery): boolean {
  if (need !== undefined && !entry.needs.includes(need)) return false;
  return category === undefined || entry.categories.includes(category);
}

function rank(
  { entry, strong, weak }: Searchable,
  stems: readonly string[],
  { from, withinMiles }: DirectoryQuery,
): FoundService[] {
  const inName = stems.filter((stem) => strong.includes(` ${stem}`));
  const inText = stems.filter((stem) => !inName.includes(stem) && weak.includes(` ${stem}`));
  // People add words that no directory has: half of them are enough to be found.
  if (2 * (inName.length + inText.length) < stems.length) return [];
  const metres = from ? nearest(entry.places, from) : null;
  if (withinMiles !== undefined && metres !== null && metres > withinMiles * metresPerMile) {
    return [];
  }
  const missed = 2 * stems.length - 2 * inName.length - inText.length;
  const place = [padded(missed, 4), padded(metres ?? 9_999_999, 7), entry.name, entry.id];
  return [{ entry, metres, place: place.join('|') }];
}

function nearest(places: readonly Position[], from: Position): number | null {
  return places.length === 0 ? null : Math.min(...places.map((at) => metresBetween(from, at)));
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

function blankBefore(text: string): string {
  return ` ${wordsIn(text).join(' ')}`;
}
