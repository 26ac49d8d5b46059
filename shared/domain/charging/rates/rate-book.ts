import { type CivilDate, partsOf } from '../../calendar/civil-date.ts';
import { careActFrom } from '../../codes/law-in-force.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { Disregards } from './disregards.ts';
import type { RateYear } from './rate-year.ts';

/** All dated amounts and lists that charges rest on, in order and checked against each other. */
export interface RateBook {
  readonly years: readonly RateYear[];
  /** Versions that were put right since, for charges of the past. */
  readonly replaced: readonly RateYear[];
  readonly disregards: Disregards;
}

/** Puts the years in order. Refuses `rates-overlap` when two of them hold on one day, and names
 * both. */
export function makeRateBook(all: readonly RateYear[], disregards: Disregards): Outcome<RateBook> {
  const years = inOrder(all.filter(({ replacedBy }) => replacedBy === undefined));
  for (const [place, later] of years.entries()) {
    const earlier = years[place - 1];
    if (earlier !== undefined && areAtOnce(earlier, later)) {
      const detail =
        `The rates ${earlier.version} hold until ${earlier.until}, ` +
        `and ${later.version} begin on ${later.from}.`;
      return refuse('rates-overlap', detail);
    }
  }
  const replaced = all.filter(({ replacedBy }) => replacedBy !== undefined);
  return accept({ years, replaced, disregards });
}

/** The book as it was for a charge that names this version of the rates. Refuses
 * `policy-not-in-force` for a version that is not kept. */
export function bookUnder(book: RateBook, version: string): Outcome<RateBook> {
  if (book.years.some((year) => year.version === version)) return accept(book);
  const named = book.replaced.find((year) => year.version === version);
  if (named === undefined) {
    return refuse('policy-not-in-force', `The charging rates ${version} are not kept here.`);
  }
  const others = book.years.filter((year) => !areAtOnce(year, named));
  return accept({ ...book, years: inOrder([...others, named]) });
}

function inOrder(years: readonly RateYear[]): readonly RateYear[] {
  return [...years].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function areAtOnce(a: RateYear, b: RateYear): boolean {
  return a.from <= b.until && b.from <= a.until;
}

/** The amounts of a day. New ones begin on 6 April. Refuses `scheme-not-in-force` before the Care
 * Act, when a contribution was a dated decision of a person, and `policy-not-in-force` for a year
 * that is not kept, which it names. */
export function ratesOn({ years }: RateBook, date: CivilDate): Outcome<RateYear> {
  if (date < careActFrom) {
    const detail =
      `Before ${careActFrom} the rules were Fairer Charging, and no rates of it are kept: ` +
      'record the contribution as a dated manual decision.';
    return refuse('scheme-not-in-force', detail, '/on');
  }
  const found = years.find(({ from, until }) => from <= date && date <= until);
  return found === undefined
    ? refuse('policy-not-in-force', `No charging rates are kept for ${yearNamed(date)}.`, '/on')
    : accept(found);
}

/** The charging year that a day falls in, as people call it: `2026-27`. */
function yearNamed(date: CivilDate): string {
  const startsIn = partsOf(date).year - (date.slice(5) < '04-06' ? 1 : 0);
  return `${startsIn}-${String((startsIn + 1) % 100).padStart(2, '0')}`;
}
