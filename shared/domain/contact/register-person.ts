import { nameNotKnown, type PersonDetails } from '../person/person-details.ts';
import type { ContactPerson } from './who-it-is-about.ts';

/** The details under which somebody new is registered. What they were described by stays in the
 * contact, for whoever looks for them. */
export function detailsOf({ description: _, ...person }: ContactPerson): PersonDetails {
  return {
    ...person,
    givenName: person.givenName ?? nameNotKnown,
    familyName: person.familyName ?? nameNotKnown,
  };
}

/** The details with what a contact told of them, or undefined where it told nothing new. */
export function detailsTold(
  known: PersonDetails,
  told: ContactPerson | undefined,
): PersonDetails | undefined {
  const next = detailsOf({ ...known, ...told });
  return JSON.stringify(next) === JSON.stringify(detailsOf(known)) ? undefined : next;
}
