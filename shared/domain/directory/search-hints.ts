import type { CivilDate } from '../calendar/civil-date.ts';
import { isFresh } from './checked.ts';
import type { Term } from './directory-index.ts';
import { nearestWords } from './nearest-words.ts';
import { type DirectoryQuery, type SearchableIndex, searchDirectory } from './search.ts';
import { tellingWords, wordStem, wordsIn } from './words.ts';

export interface SearchHints {
  /** Words that the directory has and that look like those that it has not. */
  readonly didYouMean: string[];
  /** How many services there are further away than was asked for. */
  readonly furtherAway: number;
  /** What most services are about. */
  readonly categories: Pick<Term, 'code' | 'name'>[];
}

const categoriesMax = 6;

/** What somebody may try whose search found nothing. */
export function hintsFor(
  index: SearchableIndex,
  query: DirectoryQuery,
  today: CivilDate,
): SearchHints {
  const fresh = index.byWords.filter(({ entry }) => isFresh(entry, today));
  const missing = tellingWords(query.text ?? '').filter(
    (word) => !fresh.some(({ strong, weak }) => `${strong}${weak}`.includes(` ${wordStem(word)}`)),
  );
  const known =
    missing.length === 0
      ? new Set<string>()
      : new Set(fresh.flatMap(({ strong, weak }) => wordsIn(`${strong}${weak}`)));
  const counts = new Map<string, number>();
  for (const code of fresh.flatMap(({ entry }) => entry.categories)) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return {
    didYouMean: [...new Set(missing.flatMap((word) => nearestWords(word, known)))],
    furtherAway:
      query.withinMiles === undefined
        ? 0
        : searchDirectory(index, { ...query, withinMiles: undefined }, today).length,
    categories: index.terms
      .filter(({ taxonomy, code }) => taxonomy === 'category' && counts.has(code))
      .sort((a, b) => (counts.get(b.code) ?? 0) - (counts.get(a.code) ?? 0))
      .slice(0, categoriesMax)
      .map(({ code, name }) => ({ code, name })),
  };
}
