import * as z from 'zod';
import { type Refused, refuse } from '../outcome.ts';
import { MatchField } from './compare-people.ts';
import { noFacts, PersonFacts } from './facts/person-facts.ts';
import { PersonDetails } from './person-details.ts';

/** The records of a person that others decide upon; the number of the event that holds the newest
 * version of one is its version (its ETag). */
export const personRecordNames = ['details', 'access-needs'] as const;
export const PersonRecordName = z.enum(personRecordNames);
export type PersonRecordName = z.infer<typeof PersonRecordName>;

const Version = z.int().positive();

/** Another record that may be the same person's. */
export const PossibleDuplicate = z.strictObject({
  personId: z.string(),
  score: z.int().positive(),
  agree: z.array(MatchField),
});
export type PossibleDuplicate = z.infer<typeof PossibleDuplicate>;

/** What every event of a person carries as `after`: the record as last known. */
export const PersonState = z.strictObject({
  details: PersonDetails,
  /** Opened from a contact, and nobody has looked yet whether the person is known. */
  isProvisional: z.boolean(),
  /** Whether the NHS number is this record's: false where another had it first. */
  holdsNhsNumber: z.boolean(),
  possibleDuplicates: z.array(PossibleDuplicate),
  /** Records that somebody decided are other people's. */
  notDuplicates: z.array(z.string()),
  /** The record that took this one over, which is then read-only. */
  mergedInto: z.string().nullable(),
  /** The records that this one took over, the newest last. */
  merged: z.array(z.string()),
  /** The newest event of each record. */
  records: z.partialRecord(PersonRecordName, Version),
  /** What else is known of them; absent where nothing ever was recorded. */
  facts: PersonFacts.optional(),
  /** The ids of the newest requests and the events that answered them, so that a repeated request is
   * answered and not carried out again. */
  recent: z.array(z.tuple([z.string(), Version])),
});
export type PersonState = z.infer<typeof PersonState>;

/** A record as the first event of a person leaves it. */
export function newPerson(
  details: PersonDetails,
  opened: { readonly isProvisional?: boolean; readonly isNumberTaken?: boolean } = {},
): PersonState {
  const { isProvisional = false, isNumberTaken = false } = opened;
  return {
    details,
    isProvisional,
    holdsNhsNumber: details.nhsNumber !== undefined && !isNumberTaken,
    possibleDuplicates: [],
    notDuplicates: [],
    mergedInto: null,
    merged: [],
    records: { details: 1 },
    recent: [],
  };
}

/** The record with other details. A number that is new to it is its own unless `numberHolder` has it. */
export function withDetails(
  state: PersonState,
  details: PersonDetails,
  numberHolder: string | undefined,
): PersonState {
  const isSameNumber = details.nhsNumber === state.details.nhsNumber;
  const isFree = details.nhsNumber !== undefined && numberHolder === undefined;
  return { ...state, details, holdsNhsNumber: isSameNumber ? state.holdsNhsNumber : isFree };
}

/** A record that was taken over stays as it was, so that the merge can be reversed. */
export function mergedAway({ mergedInto }: Pick<PersonState, 'mergedInto'>): Refused | undefined {
  if (mergedInto === null) return undefined;
  return refuse('person-merged', `The record goes on as ${mergedInto}.`);
}

export function factsOf(state: PersonState): PersonFacts {
  return state.facts ?? noFacts;
}
