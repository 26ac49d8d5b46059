import * as z from 'zod';
import { noFacts, PersonFacts } from './facts/person-facts.ts';
import { PersonDetails } from './person-details.ts';

/** The records of a person that others decide upon; the number of the event that holds the newest
 * version of one is its version (its ETag). */
export const personRecordNames = ['details', 'access-needs'] as const;
export const PersonRecordName = z.enum(personRecordNames);
export type PersonRecordName = z.infer<typeof PersonRecordName>;

const Version = z.int().positive();

/** What every event of a person carries as `after`: the record as last known. */
export const PersonState = z.strictObject({
  details: PersonDetails,
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
export function newPerson(details: PersonDetails): PersonState {
  return { details, records: { details: 1 }, recent: [] };
}

export function factsOf(state: PersonState): PersonFacts {
  return state.facts ?? noFacts;
}
