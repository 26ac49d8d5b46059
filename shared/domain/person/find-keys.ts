import { namesOf } from './compare-people.ts';
import { nameKey } from './names.ts';
import type { PersonDetails } from './person-details.ts';
import type { PersonState } from './person-state.ts';

/** The values by which a record is found, each before it is made unreadable. */
export interface FindKeys {
  readonly nhsNumber: string | undefined;
  /** Whether the number is this record's alone. */
  readonly holdsNhsNumber: boolean;
  readonly names: readonly string[];
  readonly dateOfBirth: string | undefined;
  readonly postcode: string | undefined;
  readonly uprn: string | undefined;
}

/** A record that another took over is found through that one alone. */
export function findKeysOf({ details, holdsNhsNumber, mergedInto }: PersonState): FindKeys {
  if (mergedInto !== null) return nothing;
  const { nhsNumber, dateOfBirth, postcode, uprn } = details;
  return { nhsNumber, holdsNhsNumber, names: nameKeys(details), dateOfBirth, postcode, uprn };
}

const nothing: FindKeys = {
  nhsNumber: undefined,
  holdsNhsNumber: false,
  names: [],
  dateOfBirth: undefined,
  postcode: undefined,
  uprn: undefined,
};

function nameKeys(details: PersonDetails): string[] {
  return [...new Set(namesOf(details).map(nameKey))].filter((key) => key !== '');
}
